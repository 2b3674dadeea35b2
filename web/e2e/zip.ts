import { inflateRawSync } from "node:zlib";

// APPNOTE.TXT 4.3: the list of the files stands at the end, and knows the lengths that their heads may lack
const END = 0x06054b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const HEAD_BYTES = 30;
const PACKED = 8;

/** The files of a ZIP of less than 4 GB, by their names. */
export function filesOf(zip: Buffer): Map<string, Buffer> {
  const end = endOf(zip);
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameBytes = zip.readUInt16LE(at + 28);
    const name = zip.toString("utf8", at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes);
    files.set(name, contentOf(zip, at));
    at += ENTRY_BYTES + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

function endOf(zip: Buffer): number {
  for (let at = zip.length - END_BYTES; at >= 0; at--) {
    if (zip.readUInt32LE(at) === END) return at;
  }
  throw new Error("This is no ZIP.");
}

function contentOf(zip: Buffer, entry: number): Buffer {
  const head = zip.readUInt32LE(entry + 42);
  const from = head + HEAD_BYTES + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28);
  const bytes = zip.subarray(from, from + zip.readUInt32LE(entry + 20));
  return zip.readUInt16LE(entry + 10) === PACKED ? inflateRawSync(bytes) : bytes;
}

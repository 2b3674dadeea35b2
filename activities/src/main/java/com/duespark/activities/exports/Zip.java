package com.duespark.activities.exports;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP that knows the length and the SHA-256 of each of its files. */
final class Zip implements AutoCloseable {

  /** Writes the content of a file. */
  interface Content {
    void writeTo(OutputStream file) throws IOException;
  }

  /**
   * A file that was written.
   *
   * @param bytes before they were packed
   * @param sha256 of them, in hexadecimal
   */
  record FileInfo(String name, long bytes, String sha256) {}

  private final ZipOutputStream zip;
  private final Instant moment;
  private final Map<String, Integer> names = new HashMap<>();

  /**
   * Begins one.
   *
   * @param moment that all files are of
   */
  Zip(OutputStream out, Instant moment) {
    zip = new ZipOutputStream(out);
    this.moment = moment;
  }

  /**
   * Adds a file.
   *
   * @param name when there is one of that name, a number is put in front of its ending
   */
  FileInfo add(String name, Content content) throws IOException {
    var free = free(name);
    var entry = new ZipEntry(free);
    entry.setTimeLocal(moment.atOffset(ZoneOffset.UTC).toLocalDateTime());
    zip.putNextEntry(entry);
    var file = new Measured(zip);
    content.writeTo(file);
    zip.closeEntry();
    return file.info(free);
  }

  private String free(String name) {
    int times = names.merge(name, 1, Integer::sum);
    int dot = name.lastIndexOf('.');
    return times == 1
        ? name
        : free("%s (%d)%s".formatted(name.substring(0, dot), times, name.substring(dot)));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static final class Measured extends FilterOutputStream {

    private final MessageDigest digest = sha256();
    private long bytes;

    Measured(OutputStream zip) {
      super(zip);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] content, int from, int length) throws IOException {
      out.write(content, from, length);
      digest.update(content, from, length);
      bytes += length;
    }

    /** The ZIP goes on. */
    @Override
    public void close() {}

    FileInfo info(String name) {
      return new FileInfo(name, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

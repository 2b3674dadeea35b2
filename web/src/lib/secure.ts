/**
 * What browsers keep to secure pages, for pages that are served by plain http in somebody's own
 * network.
 */

/** Does the work while no other tab does work of this name; without locks, at once. */
export const alone = async <T>(name: string, work: () => Promise<T>): Promise<T> =>
  "locks" in navigator ? await navigator.locks.request(name, work) : work();

/** A random UUID (version 4). */
export function uuid(): string {
  if ("randomUUID" in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

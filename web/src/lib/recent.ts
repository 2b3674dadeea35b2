/** What somebody opened lately, on this device, in one business. */
export type Recent = { kind: "contact" | "invoice"; id: string; label: string };

const PREFIX = "recent/";
const KEPT = 5;

export function recent(business: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + business) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return []; // written by another version, or by hand
  }
}

export function remember(business: string, item: Recent) {
  const others = recent(business).filter((one) => one.id !== item.id);
  localStorage.setItem(PREFIX + business, JSON.stringify([item, ...others].slice(0, KEPT)));
}

/** Names of customers do not outlive the session on a device that others may use. */
export function forgetRecent() {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  }
}

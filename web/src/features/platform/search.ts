/** What stands in the address. */
export type Search = {
  list?: string;
  status?: string;
  money?: string;
  provider?: string;
  q?: string;
  open?: string;
};

const names = ["list", "status", "money", "provider", "q", "open"] as const;

/**
 * Words only; anything else in the address is none. Read here and not by the route, which every
 * page loads.
 */
export const read = (search: Record<string, unknown>): Search =>
  Object.fromEntries(
    names
      .map((name) => [name, search[name]])
      .filter(([, value]) => typeof value === "string" || typeof value === "boolean")
      .map(([name, value]) => [name, String(value)]),
  );

export type ListProps = {
  search: Search;
  set: (name: "status" | "money" | "provider" | "q", value: string | undefined) => void;
  clear: () => void;
  open: (id: string) => void;
};

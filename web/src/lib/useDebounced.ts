import { useEffect, useState } from "react";

/** After which a person has stopped to write. */
export const PAUSE_MILLIS = 400;

/** The value once it has stood still for a while; compared by what it says, not by identity. */
export function useDebounced<T>(value: T, millis: number): T {
  const [settled, setSettled] = useState(value);
  const said = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `said` is `value`, comparable
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), millis);
    return () => clearTimeout(timer);
  }, [said, millis]);
  return settled;
}

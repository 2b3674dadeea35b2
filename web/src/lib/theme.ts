import { useSyncExternalStore } from "react";

export type Theme = "light" | "dark";
export type Choice = Theme | "system";

const dark = () => matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

export const theme = (): Theme =>
  document.documentElement.dataset.theme === "dark" ? "dark" : "light";

/** What somebody chose on this device. */
export const choice = (): Choice => {
  const kept = localStorage.getItem("theme");
  return kept === "dark" || kept === "light" ? kept : "system";
};

/** Kept on this device; until somebody chooses, the system's choice holds. */
export function chooseTheme(chosen: Choice) {
  const shown = chosen === "system" ? (dark().matches ? "dark" : "light") : chosen;
  document.documentElement.dataset.theme = shown;
  if (chosen === "system") localStorage.removeItem("theme");
  else localStorage.setItem("theme", chosen);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useTheme = () => useSyncExternalStore(subscribe, theme);
export const useThemeChoice = () => useSyncExternalStore(subscribe, choice);

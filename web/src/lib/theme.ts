export type Theme = "light" | "dark";

export const theme = (): Theme =>
  document.documentElement.dataset.theme === "dark" ? "dark" : "light";

/** Kept on this device; until somebody chooses, the system's choice holds. */
export function chooseTheme(chosen: Theme) {
  document.documentElement.dataset.theme = chosen;
  localStorage.setItem("theme", chosen);
}

/** Whether keys pressed here are letters for a field rather than shortcuts. */
export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  (target as HTMLInputElement).type !== "checkbox";

/** Shortcuts of a page are silent while something lies over it. */
export const isCovered = () => document.querySelector("[role=dialog]") !== null;

/** The page as a whole: what a fresh one starts with, nothing of this one is left in. */
export const page = {
  open: (path: string) => location.assign(path),
  reload: () => location.reload(),
};

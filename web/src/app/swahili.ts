/** Every Swahili text, in one part that is loaded when somebody reads Swahili. */
const rooms = import.meta.glob<Record<string, string>>("../**/locales/sw.ts", {
  eager: true,
  import: "default",
});

export default Object.assign({}, ...Object.values(rooms)) as Record<string, string>;

import { z } from "zod";

/** AUT-01 */
const LEAST_PASSWORD = 10;

export const email = z
  .string()
  .trim()
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "Write an address like name@example.com.")
  .max(254, "This address is too long.");

export const newPassword = z
  .string()
  .min(LEAST_PASSWORD, `Use at least ${LEAST_PASSWORD} characters.`)
  .max(200, "Use at most 200 characters.");

export const PASSWORD_HINT = `At least ${LEAST_PASSWORD} characters. A few words are easy to keep in mind.`;

/** Where to go after signing in: a page of this app, never another site. */
export const within = (next: string | undefined) =>
  next?.startsWith("/") && !/^\/[/\\]/.test(next) ? next : "/home";

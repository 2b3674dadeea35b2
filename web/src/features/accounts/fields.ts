import { z } from "@/lib/zod";
import { says, t } from "./locales";

/** AUT-01 */
const LEAST_PASSWORD = 10;
/** Of a name or a password. */
export const MOST = 200;

export const email = z
  .string()
  .trim()
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, says("Write an address like name@example.com."))
  .max(254, says("This address is too long."));

export const newPassword = z
  .string()
  .min(LEAST_PASSWORD, says("Use at least {least} characters.", { least: LEAST_PASSWORD }))
  .max(MOST, says("Use at most {most} characters.", { most: MOST }));

export const passwordHint = () =>
  t("At least {least} characters. A few words are easy to keep in mind.", {
    least: LEAST_PASSWORD,
  });

/** Where to go after signing in: a page of this app, never another site. */
export const within = (next: string | undefined) =>
  next?.startsWith("/") && !/^\/[/\\]/.test(next) ? next : "/home";

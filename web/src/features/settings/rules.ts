import { z } from "zod";

/** A text that may be empty. */
export const text = (most = 200) => z.string().trim().max(most, `Use at most ${most} characters.`);

/** Empty, or of that form. */
export const formed = (pattern: RegExp, message: string) =>
  z
    .string()
    .trim()
    .refine((value) => value === "" || pattern.test(value), message);

export const required = (message: string, most = 200) => text(most).min(1, message);

export const emailOrNone = formed(
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  "Write an address like name@example.com.",
);

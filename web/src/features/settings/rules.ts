import { z } from "@/lib/zod";
import { says } from "./locales";

type Said = ReturnType<typeof says>;

/** A text that may be empty. */
export const text = (most = 200) =>
  z.string().trim().max(most, says("Use at most {most} characters.", { most }));

/** Empty, or of that form. */
export const formed = (pattern: RegExp, message: Said) =>
  z
    .string()
    .trim()
    .refine((value) => value === "" || pattern.test(value), message);

export const required = (message: Said, most = 200) => text(most).min(1, message);

export const emailOrNone = formed(
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  says("Write an address like name@example.com."),
);

import { z } from "@/lib/zod";
import { says } from "./locales";

/** Of a name. */
export const MOST = 200;

export const email = z
  .string()
  .trim()
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, says("Write an address like name@example.com."))
  .max(254, says("This address is too long."));

/** Where to go after signing in: a page of this app, never another site. */
export const within = (next: string | undefined) =>
  next?.startsWith("/") && !/^\/[/\\]/.test(next) ? next : "/home";

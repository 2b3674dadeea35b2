import type { ApiError } from "@/lib/api/problem";
import { z } from "@/lib/zod";
import { says, t } from "./locales";

/** AUT-01 */
const LEAST = 10;
const MOST = 200;
const SECONDS = 60;

export const newPassword = z
  .string()
  .min(LEAST, says("Use at least {least} characters.", { least: LEAST }))
  .max(MOST, says("Use at most {most} characters.", { most: MOST }));

export const passwordHint = () =>
  t("At least {least} characters. A few words are easy to keep in mind.", { least: LEAST });

/** What is said while no password is even looked at (AUT-04). */
export function tooManyTries(problem: ApiError) {
  const minutes = Math.ceil(Number(problem.fieldMessage("retry_after") ?? SECONDS) / SECONDS);
  return t("There were too many tries. Wait {wait}, or set a new password.", {
    wait: t("{n} minute | {n} minutes", { n: minutes }),
  });
}

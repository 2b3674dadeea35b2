import { locale } from "@/lib/language";
import { z } from "@/lib/zod";
import { says } from "../locales";

/** "16.0000" → "16 %" */
export const percentOf = (percent: string) =>
  `${new Intl.NumberFormat(locale(), { maximumFractionDigits: 4 }).format(percent as Intl.StringNumericLiteral)} %`;

/** "16.5000" → "16.5", for a field. */
export const plain = (percent: string) =>
  percent.includes(".") ? percent.replace(/\.?0+$/, "") : percent;

/** From 0 to 100 with at most four decimals; a comma is taken for a point. */
export const percent = z
  .string()
  .trim()
  .transform((typed) => typed.replace(",", "."))
  .pipe(
    z
      .string()
      .regex(/^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/, says("Write a number from 0 to 100.")),
  );

import { useQuery } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, Copy, EllipsisVertical, Plus, Trash2 } from "lucide-react";
import { Controller, type UseFormReturn, useFieldArray } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { Menu, MenuItem } from "@/components/ui/Menu";
import { MoneyInput } from "@/components/ui/MoneyField";
import { cx } from "@/lib/cx";
import { figures } from "@/lib/money";
import { taxRatesQuery } from "../api";
import { t } from "../locales";
import { amountOf, copyOf, emptyLine, type Form } from "./form";
import { useTotals } from "./useTotals";

const cell =
  "h-10 w-full bg-transparent px-3 outline-offset-[-2px] max-tablet:h-11 max-tablet:text-lg aria-invalid:bg-late-bg";

/** The lines as a small grid; on a phone each is a card. Enter in the last one begins another. */
export function Lines({ form, values }: { form: UseFormReturn<Form>; values: Form }) {
  const { currency } = values;
  const amounts = useTotals(values).totals?.line_items ?? [];
  const lines = useFieldArray({ control: form.control, name: "lines" });
  const rates = useQuery(taxRatesQuery).data?.filter((rate) => rate.status === "ACTIVE") ?? [];
  const taxCode = rates.find((rate) => rate.is_default)?.code ?? "";
  const errors = form.formState.errors.lines;

  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{t("Lines")}</legend>
      <div
        aria-hidden="true"
        className="grid grid-cols-[minmax(0,1fr)_72px_116px_112px_112px_36px] gap-0 px-3 text-xs font-semibold text-ink-3 max-tablet:hidden"
      >
        <span>{t("Item")}</span>
        <span>{t("Qty")}</span>
        <span className="pr-3 text-right">{t("Rate")}</span>
        <span className="pl-3">{t("Tax")}</span>
        <span className="pr-3 text-right">{t("Amount")}</span>
      </div>
      {lines.fields.map((field, i) => {
        const wrong = errors?.[i];
        return (
          <div key={field.id}>
            <div
              className={cx(
                "grid grid-cols-[minmax(0,1fr)_72px_116px_112px_112px_36px] items-center rounded-control border border-edge bg-surface",
                "[&>input:not(:first-child)]:border-l [&>select]:border-l [&>input]:border-line [&>select]:border-line max-tablet:grid-cols-[1fr_1fr_44px]",
              )}
            >
              <input
                {...form.register(`lines.${i}.name`)}
                aria-label={t("Item {n}", { n: i + 1 })}
                placeholder={t("What you did or sold")}
                aria-invalid={Boolean(wrong?.name)}
                onKeyDown={(event) => {
                  if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
                    event.preventDefault();
                    lines.insert(i + 1, emptyLine(taxCode), { focusName: `lines.${i + 1}.name` });
                  }
                }}
                className={cx(
                  cell,
                  "rounded-l-control max-tablet:col-span-full max-tablet:border-b",
                )}
              />
              <input
                {...form.register(`lines.${i}.qty`)}
                aria-label={t("Quantity of item {n}", { n: i + 1 })}
                inputMode="decimal"
                aria-invalid={Boolean(wrong?.qty)}
                className={cx(cell, "figures")}
              />
              <Controller
                control={form.control}
                name={`lines.${i}.rate`}
                render={({ field: rate }) => (
                  <MoneyInput
                    {...rate}
                    currency={currency}
                    aria-label={t("Rate of item {n}", { n: i + 1 })}
                    placeholder="0.00"
                    aria-invalid={Boolean(wrong?.rate)}
                    className={cx(cell, "text-right")}
                  />
                )}
              />
              <select
                {...form.register(`lines.${i}.tax_code`)}
                aria-label={t("Tax on item {n}", { n: i + 1 })}
                className={cx(cell, "max-tablet:col-span-2 max-tablet:border-t")}
              >
                <option value="">{t("No tax")}</option>
                {rates.map((rate) => (
                  <option key={rate.code} value={rate.code}>
                    {rate.name} {Number(rate.percent)} %
                  </option>
                ))}
              </select>
              <output
                aria-label={t("Amount of item {n}", { n: i + 1 })}
                className="figures truncate border-l border-line px-3 text-right text-ink-2 max-tablet:hidden"
              >
                {show(amountOf(values, i, amounts), currency)}
              </output>
              <Menu
                button={
                  <Button
                    kind="ghost"
                    size="small"
                    square
                    aria-label={t("Acts on item {n}", { n: i + 1 })}
                    icon={<EllipsisVertical className="size-4" />}
                  />
                }
              >
                {i > 0 ? (
                  <MenuItem
                    icon={<ArrowUp className="size-4" />}
                    onSelect={() => lines.move(i, i - 1)}
                  >
                    {t("Move up")}
                  </MenuItem>
                ) : null}
                {i < lines.fields.length - 1 ? (
                  <MenuItem
                    icon={<ArrowDown className="size-4" />}
                    onSelect={() => lines.move(i, i + 1)}
                  >
                    {t("Move down")}
                  </MenuItem>
                ) : null}
                <MenuItem
                  icon={<Copy className="size-4" />}
                  onSelect={() => lines.insert(i + 1, copyOf(form.getValues(`lines.${i}`)))}
                >
                  {t("Duplicate")}
                </MenuItem>
                {lines.fields.length > 1 ? (
                  <MenuItem
                    bad
                    icon={<Trash2 className="size-4" />}
                    onSelect={() => lines.remove(i)}
                  >
                    {t("Remove")}
                  </MenuItem>
                ) : null}
              </Menu>
            </div>
            {wrong ? (
              <p className="mt-1 text-sm text-late">
                {wrong.name?.message ?? wrong.qty?.message ?? wrong.rate?.message}
              </p>
            ) : null}
          </div>
        );
      })}
      <div>
        <Button
          kind="ghost"
          icon={<Plus className="size-4" />}
          onClick={() =>
            lines.append(emptyLine(taxCode), { focusName: `lines.${lines.fields.length}.name` })
          }
        >
          {t("Line")}
        </Button>
      </div>
    </fieldset>
  );
}

const show = (amount: string | undefined, currency: string) =>
  amount === undefined ? null : figures(amount, currency);

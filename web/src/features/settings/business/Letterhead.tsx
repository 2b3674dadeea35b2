import { useFormContext, useWatch } from "react-hook-form";
import { t } from "../locales";
import type { Values } from "./values";

/** The server's, for a business that has chosen none. */
export const STANDARD_COLOUR = "#17302A";

/** A sample sheet with what is typed at the moment. Paper is white, in the dark too. */
export function Letterhead() {
  const { control } = useFormContext<Values>();
  const [name, settings] = useWatch({ control, name: ["name", "settings"] });
  const { company, branding } = settings;
  const colour = /^#[0-9A-Fa-f]{6}$/.test(branding.colour) ? branding.colour : STANDARD_COLOUR;
  return (
    <figure className="flex flex-col gap-1.5">
      <figcaption className="text-sm leading-4 font-semibold">{t("Sample")}</figcaption>
      <div
        data-theme="light"
        className="flex min-h-72 flex-col overflow-hidden rounded-[4px] bg-surface text-xs text-ink shadow-2 ring-1 ring-line"
      >
        <div style={{ background: colour }} className="h-1.5" />
        <div className="flex items-start justify-between gap-4 p-5">
          <div className="min-w-0">
            {branding.logo ? (
              <img src={branding.logo} alt="" className="mb-2 max-h-10 max-w-32 object-contain" />
            ) : null}
            <p className="text-md font-bold break-words">{name}</p>
            <p className="break-words whitespace-pre-line text-ink-2">{company.address_lines}</p>
            {company.tax_id ? (
              <p className="text-ink-2">
                {t("Tax number")} {company.tax_id}
              </p>
            ) : null}
          </div>
          <p className="font-bold" style={{ color: colour }}>
            {t("Invoice")}
          </p>
        </div>
        <div aria-hidden="true" className="mx-5 flex grow flex-col gap-2">
          <span className="h-px bg-line-2" />
          <span className="h-2 w-2/3 rounded-[4px] bg-bone" />
          <span className="h-2 w-1/2 rounded-[4px] bg-bone" />
        </div>
        <p className="m-5 border-t border-line pt-3 text-[11px] break-words whitespace-pre-line text-ink-3">
          {branding.footer ||
            [company.email, company.phone, company.website].filter(Boolean).join(" · ")}
        </p>
      </div>
    </figure>
  );
}

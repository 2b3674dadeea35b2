import { useFormContext, useWatch } from "react-hook-form";
import { Card } from "@/components/ui/Card";
import { box, Field, TextArea } from "@/components/ui/Field";
import { cx } from "@/lib/cx";
import { t } from "../locales";
import { Letterhead, STANDARD_COLOUR } from "./Letterhead";
import { LogoField } from "./LogoField";
import type { Values } from "./values";

const isColour = (text: string) => /^#[0-9A-Fa-f]{6}$/.test(text);

/** What documents, mails and payment pages look like, with a sample beside it. */
export function LookPart() {
  const { control, register, setValue, formState } = useFormContext<Values>();
  const colour = useWatch({ control, name: "settings.branding.colour" });
  const branding = formState.errors.settings?.branding;
  const error = branding?.colour?.message;
  return (
    <Card title={t("Look")}>
      <div className="grid gap-6 tablet:grid-cols-2">
        <div className="flex flex-col gap-4">
          <LogoField />
          <Field label={t("Colour")} hint={t("One colour, for lines and buttons.")} error={error}>
            {(wired) => (
              <span className="flex gap-2">
                <input
                  type="color"
                  aria-label={t("Choose a colour")}
                  value={isColour(colour) ? colour : STANDARD_COLOUR}
                  onChange={(event) =>
                    setValue("settings.branding.colour", event.target.value.toUpperCase(), {
                      shouldDirty: true,
                      shouldValidate: true,
                    })
                  }
                  className="h-10 w-12 shrink-0 cursor-pointer rounded-control border border-edge bg-surface p-1 max-tablet:h-11"
                />
                <input
                  {...wired}
                  {...register("settings.branding.colour")}
                  placeholder={STANDARD_COLOUR}
                  spellCheck={false}
                  className={cx(box, "figures", error && "border-late")}
                />
              </span>
            )}
          </Field>
          <TextArea
            label={t("Footer")}
            hint={t("At the foot of every document.")}
            rows={3}
            error={branding?.footer?.message}
            {...register("settings.branding.footer")}
          />
        </div>
        <Letterhead />
      </div>
    </Card>
  );
}

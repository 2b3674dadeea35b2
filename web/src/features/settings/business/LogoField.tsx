import { type ChangeEvent, useRef } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { t } from "../locales";
import type { Values } from "./values";

const KINDS = ["image/png", "image/jpeg", "image/svg+xml"];
const MAX_CHARACTERS = 200 * 1024;
const FIELD = "settings.branding.logo";

/** A picture kept within the settings, so it is small. */
export function LogoField() {
  const { control, setValue, setError, clearErrors, formState } = useFormContext<Values>();
  const logo = useWatch({ control, name: FIELD });
  const input = useRef<HTMLInputElement>(null);
  const error = formState.errors.settings?.branding?.logo?.message;

  async function take(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    if (!KINDS.includes(file.type)) {
      setError(FIELD, { message: t("Choose a PNG, JPEG or SVG picture.") });
      return;
    }
    const uri = await asDataUri(file);
    if (uri.length > MAX_CHARACTERS) {
      setError(FIELD, { message: t("This picture is larger than 150 kB. Choose a smaller one.") });
      return;
    }
    clearErrors(FIELD);
    setValue(FIELD, uri, { shouldDirty: true });
  }

  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 text-sm leading-4 font-semibold">{t("Logo")}</legend>
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => input.current?.click()}>
          {logo ? t("Choose another") : t("Choose a picture")}
        </Button>
        {logo ? (
          <Button kind="ghost" onClick={() => setValue(FIELD, "", { shouldDirty: true })}>
            {t("Remove")}
          </Button>
        ) : null}
      </div>
      <input
        ref={input}
        type="file"
        accept={KINDS.join(",")}
        aria-label={t("Logo file")}
        tabIndex={-1}
        onChange={(event) => void take(event)}
        className="sr-only"
      />
      <p
        role={error ? "alert" : undefined}
        className={error ? "text-sm text-late" : "text-sm text-ink-3"}
      >
        {error ?? t("PNG, JPEG or SVG, at most 150 kB.")}
      </p>
    </fieldset>
  );
}

function asDataUri(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

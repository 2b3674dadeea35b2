import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { SelectField, TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { Dialog } from "@/components/ui/Sheet";
import { showRefusal } from "@/lib/forms";
import { z } from "@/lib/zod";
import { type Scope, useCreateApiKey } from "../api";
import { says, t } from "../locales";
import { required } from "../rules";
import { ShownOnce } from "./ShownOnce";
import { groups, scopesOf } from "./scopes";

const NEVER = "";
const MILLIS_A_DAY = 86_400_000;

const schema = z.object({
  name: required(says("Write what the key is for."), 100),
  scopes: z.array(z.custom<Scope>()).min(1, says("Choose at least one thing.")),
  expires_at: z.string(),
});

/** A moment of the real clock: a test business's own does not count here. */
const endOf = (days: string) =>
  days === NEVER ? null : new Date(Date.now() + Number(days) * MILLIS_A_DAY).toISOString();

export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const create = useCreateApiKey();
  const [made, setMade] = useState<{ secret: string | null } | null>(null);
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: "", scopes: [] as Scope[], expires_at: "365" },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ name, scopes, expires_at }) => {
    try {
      const answer = await create.mutateAsync({ name, scopes, expires_at: endOf(expires_at) });
      setMade({ secret: answer.secret ?? null });
    } catch (error) {
      showRefusal(form, error);
    }
  });

  if (made) return <ShownOnce secret={made.secret} onClose={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("New key")}
      foot={
        <>
          <Button type="submit" form="new-key" kind="ink" busy={isSubmitting}>
            {t("Make the key")}
          </Button>
          <Button kind="ghost" onClick={onClose} disabled={isSubmitting}>
            {t("Cancel")}
          </Button>
        </>
      }
    >
      <form id="new-key" noValidate onSubmit={submit} className="flex flex-col gap-5">
        <TextField
          label={t("Name")}
          hint={t("The program that will use it, such as Web shop.")}
          autoComplete="off"
          error={errors.name?.message}
          {...form.register("name")}
        />
        <fieldset
          className="flex flex-col"
          aria-describedby={errors.scopes ? "scopes-error" : undefined}
        >
          <legend className="mb-1.5 text-sm font-semibold">{t("What it may do")}</legend>
          {groups.map((group) => (
            <fieldset
              key={group.name()}
              aria-label={group.name()}
              className="grid items-center gap-x-4 border-t border-line py-1 first-of-type:border-0 tablet:grid-cols-[112px_minmax(0,1fr)]"
            >
              <span aria-hidden className="font-medium max-tablet:pt-2">
                {group.name()}
              </span>
              <div className="flex flex-wrap gap-x-5">
                {scopesOf(group).map(([scope, verb]) => (
                  <label
                    key={scope}
                    className="flex min-h-9 items-center gap-2 max-tablet:min-h-11"
                  >
                    <input
                      type="checkbox"
                      value={scope}
                      className="size-4 accent-ink-fill"
                      {...form.register("scopes")}
                    />
                    {verb()}
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
          {errors.scopes ? (
            <p id="scopes-error" className="mt-1 text-sm text-late">
              {errors.scopes.message}
            </p>
          ) : null}
        </fieldset>
        <SelectField
          label={t("It works for")}
          error={errors.expires_at?.message}
          {...form.register("expires_at")}
        >
          <option value="30">{t("30 days")}</option>
          <option value="90">{t("90 days")}</option>
          <option value="365">{t("A year")}</option>
          <option value={NEVER}>{t("Until it is revoked")}</option>
        </SelectField>
        {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
      </form>
    </Dialog>
  );
}

import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { Conflict } from "@/components/ui/Conflict";
import { Notice } from "@/components/ui/Notice";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { useVersionedForm } from "@/lib/useVersionedForm";
import { z } from "@/lib/zod";
import { type TaxRate, useUpdateTaxRate } from "../api";
import { says, t } from "../locales";
import { required } from "../rules";
import { percent, plain } from "./percent";
import { RateFields, type RateValues } from "./RateFields";

const schema = z.object({
  name: required(says("Write a name.")),
  percent,
  is_default: z.boolean(),
});

const labels = () => ({
  name: t("Name"),
  percent: t("Percent"),
  is_default: t("On new lines"),
});

const valuesOf = (rate: TaxRate): RateValues => ({
  name: rate.name,
  percent: plain(rate.percent),
  is_default: rate.is_default,
});

/** The code stays: documents name the rate by it. */
export function EditRateDialog({ rate, onClose }: { rate: TaxRate; onClose: () => void }) {
  const update = useUpdateTaxRate();
  const { form, conflict, submit, discard, putOnTop } = useVersionedForm<RateValues, TaxRate>({
    shown: rate,
    valuesOf,
    resolver: zodResolver(schema) as Resolver<RateValues>,
    save: ({ name, percent: part, is_default }, version) =>
      update.mutateAsync({
        id: rate.id,
        version,
        body: {
          ...(name ? { name } : {}),
          ...(part ? { percent: part } : {}),
          ...(is_default === undefined || is_default === null ? {} : { is_default }),
        },
      }),
    onSaved: (saved) => {
      toast(t("{name} is saved.", { name: saved.name }));
      onClose();
    },
  });
  const { errors, isDirty, isSubmitting } = form.formState;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("Edit {code}", { code: rate.code })}
      foot={
        conflict ? null : (
          <>
            <Button type="submit" form="rate" kind="ink" busy={isSubmitting} disabled={!isDirty}>
              {t("Save")}
            </Button>
            <Button kind="ghost" onClick={onClose}>
              {t("Cancel")}
            </Button>
          </>
        )
      }
    >
      <form id="rate" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <RateFields register={form.register} errors={errors} />
        {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
        {conflict ? (
          <Conflict
            differences={conflict}
            labels={labels()}
            busy={isSubmitting}
            onKeepNewer={discard}
            onPutOnTop={putOnTop}
          />
        ) : null}
      </form>
    </Dialog>
  );
}

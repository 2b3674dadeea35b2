import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { Drawer } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { isApiError } from "@/lib/api/problem";
import type { Policy } from "../../api";
import { t } from "../../locales";
import { useSavePolicy } from "./api";
import { Rules } from "./Rules";
import { Sample } from "./Sample";
import { Steps } from "./Steps";
import { bodyOf, fieldOf, type Values, valuesOf } from "./values";
import { WhatIfList } from "./WhatIfList";

type Props = {
  /** The one that is changed; a new one is like `like`. */
  policy?: Policy;
  like: Policy;
  onClose: () => void;
};

/** How customers are chased, with what it would send beside it; nothing changes until it is saved. */
export function PolicyEditor({ policy, like, onClose }: Props) {
  const form = useForm<Values>({ defaultValues: valuesOf(like, policy ? policy.name : "") });
  const save = useSavePolicy(policy);
  const [tried, setTried] = useState<ReturnType<typeof bodyOf> | null>(null);
  const values = useWatch({ control: form.control }) as Values;
  const { errors } = form.formState;

  const submit = form.handleSubmit((written) =>
    save.mutate(bodyOf(written), {
      onSuccess: () => {
        toast(t("The policy is saved. What it plans is planned anew."));
        onClose();
      },
      onError: (error) => refuse(error),
    }),
  );

  function refuse(error: unknown) {
    const details = isApiError(error) ? error.details : [];
    for (const { field, message } of details) {
      if (field) form.setError(fieldOf(field) as keyof Values, { message });
    }
  }

  return (
    <Drawer
      open
      onClose={onClose}
      title={policy ? t("Change {name}", { name: policy.name }) : t("New policy")}
      foot={
        <>
          {policy ? (
            <Button onClick={() => setTried(bodyOf(form.getValues()))}>
              {t("What would change?")}
            </Button>
          ) : null}
          <span className="grow" />
          <Button kind="ghost" onClick={onClose}>
            {t("Cancel")}
          </Button>
          <Button kind="ink" type="submit" form="policy" busy={save.isPending}>
            {t("Save")}
          </Button>
        </>
      }
    >
      <div className="grid gap-8 p-6 max-tablet:p-4 desk:grid-cols-[minmax(0,1fr)_340px]">
        <form id="policy" noValidate onSubmit={submit} className="flex min-w-0 flex-col gap-8">
          <TextField
            label={t("Policy's name")}
            maxLength={200}
            error={errors.name?.message}
            {...form.register("name")}
          />
          <Steps form={form} />
          <Rules form={form} />
          {save.error ? <Notice tone="late">{save.error.message}</Notice> : null}
        </form>
        <aside className="flex min-w-0 flex-col gap-6">
          <Sample values={values} />
          {policy && tried ? (
            <WhatIfList key={JSON.stringify(tried)} policyId={policy.id} body={tried} />
          ) : null}
        </aside>
      </div>
    </Drawer>
  );
}

import { useId, useState } from "react";
import { FormProvider, type UseFormReturn } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { Conflict } from "@/components/ui/Conflict";
import { Notice } from "@/components/ui/Notice";
import { Drawer } from "@/components/ui/Sheet";
import type { Difference } from "@/lib/versions";
import { MainFields, MoreFields } from "./ContactFields";
import { type Fields, labels } from "./fields";
import { t } from "./locales";

type Props = {
  title: string;
  act: string;
  isNew?: boolean;
  form: UseFormReturn<Fields>;
  submit: (event?: React.BaseSyntheticEvent) => Promise<void>;
  conflict?: Difference[] | null;
  onKeepNewer?: () => void;
  onPutOnTop?: () => void;
  onClose: () => void;
};

/** The form of a contact from the side; what was written is not lost by closing it. */
export function ContactSheet({ title, act, isNew = false, form, submit, onClose, ...rest }: Props) {
  const { conflict, onKeepNewer, onPutOnTop } = rest;
  const [leaving, setLeaving] = useState(false);
  const { isDirty, isSubmitting, errors } = form.formState;
  const id = useId();

  function mayClose() {
    setLeaving(isDirty);
    return !isDirty;
  }

  return (
    <Drawer
      open
      narrow
      onClose={onClose}
      title={title}
      mayClose={mayClose}
      foot={
        leaving ? (
          <>
            <p role="alert" className="grow font-medium">
              {t("What you wrote is not saved.")}
            </p>
            <Button kind="bad" onClick={onClose}>
              {t("Throw it away")}
            </Button>
            <Button kind="ink" autoFocus onClick={() => setLeaving(false)}>
              {t("Keep writing")}
            </Button>
          </>
        ) : (
          <>
            <span className="grow" />
            <Button onClick={() => mayClose() && onClose()}>{t("Cancel")}</Button>
            <Button kind="ink" type="submit" form={id} busy={isSubmitting}>
              {act}
            </Button>
          </>
        )
      }
    >
      <FormProvider {...form}>
        <form
          id={id}
          noValidate
          onSubmit={submit}
          className="flex flex-col gap-8 p-6 max-tablet:p-4"
        >
          {conflict && onKeepNewer && onPutOnTop ? (
            <Conflict
              differences={conflict}
              labels={labels()}
              busy={isSubmitting}
              onKeepNewer={onKeepNewer}
              onPutOnTop={onPutOnTop}
            />
          ) : null}
          {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
          <MainFields isNew={isNew} />
          <MoreFields />
        </form>
      </FormProvider>
    </Drawer>
  );
}

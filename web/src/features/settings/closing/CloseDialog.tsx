import { Link } from "@tanstack/react-router";
import { useForm, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { Dialog } from "@/components/ui/Sheet";
import type { Business } from "@/features/tenants/api";
import { showRefusal } from "@/lib/forms";
import { T, t } from "../locales";
import { useCloseBusiness } from "./api";

type Props = { business: Business; onClose: () => void };

/** What closing means, and a name that nobody types by accident. */
export function CloseDialog({ business, onClose }: Props) {
  const close = useCloseBusiness();
  const form = useForm({ defaultValues: { name: "" } });
  const { errors, isSubmitting } = form.formState;
  const typed = useWatch({ control: form.control, name: "name" });
  const isTheName = typed.trim() === business.name;
  const submit = form.handleSubmit(async ({ name }) => {
    if (!isTheName) return; // by Enter
    try {
      await close.mutateAsync(name.trim());
      onClose();
    } catch (error) {
      showRefusal(form, error);
    }
  });
  return (
    <Dialog
      open
      onClose={onClose}
      mayClose={() => !isSubmitting}
      title={t("Close {name}?", { name: business.name })}
      foot={
        <>
          <Button
            type="submit"
            form="close-business"
            kind="bad"
            busy={isSubmitting}
            disabled={!isTheName}
          >
            {t("Close the business")}
          </Button>
          <span className="grow" />
          <Button kind="ink" onClick={onClose} disabled={isSubmitting}>
            {t("Cancel")}
          </Button>
        </>
      }
    >
      <form id="close-business" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Consequences />
        <p>
          <T
            text="Do you want to keep a copy? Export everything first, under {link}."
            link={
              <Link to="/settings/$section" params={{ section: "data" }} className="underline">
                {t("Data")}
              </Link>
            }
          />
        </p>
        <TextField
          label={t("Type the name of the business")}
          hint={business.name}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          error={errors.name?.message}
          {...form.register("name")}
        />
        {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
      </form>
    </Dialog>
  );
}

const Consequences = () => (
  <ul className="flex list-disc flex-col gap-1.5 pl-5 text-ink-2">
    <li>{t("No reminder is sent any more.")}</li>
    <li>{t("Nobody works in it; everybody in the team sees that it is closed.")}</li>
    <li>{t("Links to its invoices open no longer, and its API keys are refused.")}</li>
    <li>{t("Payments that still come in are booked.")}</li>
    <li>
      {t(
        "After sixty days everything is erased. Until then an owner can export everything or open it again.",
      )}
    </li>
    <li>{t("Every owner gets a mail about it.")}</li>
  </ul>
);

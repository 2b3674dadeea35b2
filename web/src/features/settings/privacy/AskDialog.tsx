import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { Combobox } from "@/components/ui/Combobox";
import { SelectField, TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { showRefusal } from "@/lib/forms";
import { useDebounced } from "@/lib/useDebounced";
import { z } from "@/lib/zod";
import { says, t } from "../locales";
import { required } from "../rules";
import { subjectQuery, subjectsQuery, useAsk } from "./api";

const PAUSE_MILLIS = 200;

const schema = z.object({
  kind: z.enum(["EXPORT", "ERASE"]),
  subject_id: z.string().min(1, says("Choose whose data it is about.")),
  identity_note: required(says("Write how you know that it is them."), 1000),
});

type Props = {
  /** Chosen beforehand; any other can be chosen instead. */
  contact?: string;
  /** Somebody of the team, who it is about for good. */
  member?: { userId: string; name: string };
  onClose: () => void;
};

/** What somebody asks about their own data, written down by whoever they asked. */
export function AskDialog({ contact = "", member, onClose }: Props) {
  const ask = useAsk();
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      kind: "EXPORT" as const,
      subject_id: member?.userId ?? contact,
      identity_note: "",
    },
  });
  const { errors, isSubmitting } = form.formState;
  const erases = (form.watch("kind") as string) === "ERASE";
  const submit = form.handleSubmit(async (values) => {
    try {
      await ask.mutateAsync({ ...values, subject_type: member ? "USER" : "CONTACT" });
      toast(t("Noted. It runs by itself."));
      onClose();
    } catch (error) {
      showRefusal(form, error);
    }
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={
        member ? t("Privacy request of {name}", { name: member.name }) : t("New privacy request")
      }
      foot={
        <>
          <Button
            type="submit"
            form="privacy-request"
            kind={erases ? "bad" : "ink"}
            busy={isSubmitting}
          >
            {erases ? t("Erase the person") : t("Make the copy")}
          </Button>
          <Button kind="ghost" onClick={onClose} disabled={isSubmitting}>
            {t("Cancel")}
          </Button>
        </>
      }
    >
      <form id="privacy-request" noValidate onSubmit={submit} className="flex flex-col gap-5">
        <SelectField label={t("They ask for")} {...form.register("kind")}>
          <option value="EXPORT">{t("A copy of what you hold about them")}</option>
          <option value="ERASE">{t("That you forget them")}</option>
        </SelectField>
        {member ? null : (
          <Subject
            id={form.watch("subject_id")}
            onChoose={(id) => form.setValue("subject_id", id, { shouldValidate: true })}
            error={errors.subject_id?.message}
          />
        )}
        <TextField
          label={t("How you know that it is them")}
          hint={t("For example: they wrote from the address that you have.")}
          autoComplete="off"
          error={errors.identity_note?.message}
          {...form.register("identity_note")}
        />
        {erases ? (
          <Notice tone="late">
            {member
              ? t(
                  "Where they acted from and their notices go for good, once they are removed from the team. What they did stays in the log. Their login is their own and stays.",
                )
              : t(
                  "Name, addresses, messages and notes go for good. Issued invoices stay as long as law demands, without the person. Open invoices are waited for.",
                )}
          </Notice>
        ) : null}
        {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
      </form>
    </Dialog>
  );
}

type SubjectProps = { id: string; onChoose: (id: string) => void; error: string | undefined };

function Subject({ id, onChoose, error }: SubjectProps) {
  const [word, setWord] = useState("");
  const found = useQuery(subjectsQuery(useDebounced(word, PAUSE_MILLIS)));
  const chosen = useQuery({ ...subjectQuery(id), enabled: id !== "" }).data;
  return (
    <Combobox
      label={t("Contact")}
      placeholder={t("Name, e-mail or phone")}
      chosen={chosen?.display_name ?? ""}
      onType={setWord}
      options={found.data}
      optionKey={(option) => option.id}
      option={(option) => (
        <span className="flex flex-col">
          <span>{option.display_name}</span>
          <span className="text-sm text-ink-3">{option.email ?? option.phone}</span>
        </span>
      )}
      onChoose={(option) => onChoose(option.id)}
      error={error}
      hint={chosen?.email ?? undefined}
    />
  );
}

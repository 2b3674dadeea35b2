import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { Skeleton, SkeletonRows } from "@/components/ui/Skeleton";
import { Failure } from "@/components/ui/States";
import { LogLink } from "@/features/shared/LogLink";
import { usePageTitle } from "@/lib/usePageTitle";
import { AllowMailDialog } from "./AllowMailDialog";
import { type Contact, contactQuery } from "./api";
import { ContactHead } from "./ContactHead";
import { ContactReminders } from "./ContactReminders";
import { ContactStory } from "./ContactStory";
import { DeleteDialog } from "./DeleteDialog";
import { Details, Payments } from "./Details";
import { Figures } from "./Figures";
import { t } from "./locales";
import { OpenInvoices } from "./OpenInvoices";
import { PauseDialog } from "./PauseDialog";

const EditContact = lazy(async () => ({ default: (await import("./ContactForm")).EditContact }));

export type Dialogs = "edit" | "pause" | "allow-mail" | "delete" | null;

export function ContactPage() {
  const { id } = useParams({ from: "/business/contacts/$id" });
  const found = useQuery(contactQuery(id));
  usePageTitle(found.data?.display_name);
  if (found.error && !found.data) {
    return (
      <Failure
        whole
        error={found.error}
        what={t("The contact did not load.")}
        retry={() => void found.refetch()}
      />
    );
  }
  return found.data ? <Detail key={id} contact={found.data} /> : <Loading />;
}

const body = "max-w-[1240px] p-8 max-desk:p-6 max-tablet:px-4 max-tablet:pb-28";
const columns = "mt-8 grid gap-8 desk:grid-cols-[minmax(0,1fr)_296px]";

function Detail({ contact }: { contact: Contact }) {
  const [open, setOpen] = useState<Dialogs>(null);
  const close = () => setOpen(null);
  return (
    <article className={body}>
      <ContactHead contact={contact} onOpen={setOpen} />
      <Figures contact={contact} />
      <div className={columns}>
        <div className="min-w-0">
          <section className="mb-8">
            <h2 className="mb-3 text-lg font-semibold tracking-[-0.01em]">{t("Open invoices")}</h2>
            <OpenInvoices contactId={contact.id} />
          </section>
          <section className="mb-8">
            <h2 className="mb-3 text-lg font-semibold tracking-[-0.01em]">{t("Reminders")}</h2>
            <ContactReminders contactId={contact.id} />
          </section>
          <section>
            <header className="mb-4 flex items-baseline justify-between gap-3">
              <h2 className="text-lg font-semibold tracking-[-0.01em]">{t("Story")}</h2>
              <LogLink id={contact.id} />
            </header>
            <ContactStory contact={contact} />
          </section>
        </div>
        <aside className="flex flex-col gap-5">
          <Details contact={contact} />
          <Payments contact={contact} />
        </aside>
      </div>
      {open === "edit" ? (
        <Suspense>
          <EditContact contact={contact} onClose={close} />
        </Suspense>
      ) : null}
      {open === "pause" ? <PauseDialog contact={contact} onClose={close} /> : null}
      {open === "allow-mail" ? <AllowMailDialog contact={contact} onClose={close} /> : null}
      {open === "delete" ? <DeleteDialog contact={contact} onClose={close} /> : null}
    </article>
  );
}

const Loading = () => (
  <div role="status" aria-label={t("Loading")} className={body}>
    <Skeleton className="mb-3 h-6 w-56" />
    <Skeleton className="mb-8 w-40" />
    <div className="mb-8 flex gap-12 border-t-2 border-ink py-5">
      <Skeleton className="h-6 w-40" />
      <Skeleton className="h-6 w-32" />
      <Skeleton className="h-6 w-32" />
    </div>
    <div className="rounded-card border border-line bg-surface">
      <SkeletonRows rows={3} />
    </div>
  </div>
);

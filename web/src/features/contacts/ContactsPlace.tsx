import { Outlet, useParams } from "@tanstack/react-router";
import { TwoPaneLayout } from "@/components/ui/TwoPaneLayout";
import { ContactPane } from "./ContactPane";
import { useFilter } from "./filter";
import { t } from "./locales";

/** Contacts: the list, or one of them with the list beside it. */
export function ContactsPlace() {
  const { id } = useParams({ strict: false });
  const { filter } = useFilter();
  return (
    <TwoPaneLayout
      list={id === undefined ? undefined : () => <ContactPane chosen={id} />}
      back={{ to: "/contacts", search: filter }}
      label={t("Contacts")}
    >
      <Outlet />
    </TwoPaneLayout>
  );
}

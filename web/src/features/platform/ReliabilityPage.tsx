import { useNavigate, useSearch } from "@tanstack/react-router";
import { Tabs } from "@/components/ui/Tabs";
import { usePageTitle } from "@/lib/usePageTitle";
import { EventDrawer } from "./EventDrawer";
import { EventList } from "./EventList";
import { LetterDrawer } from "./LetterDrawer";
import { LetterList } from "./LetterList";
import { t } from "./locales";
import { type ListProps, read, type Search } from "./search";

/** For administrators of the platform: what waits for a person, and what providers told. */
export function ReliabilityPage() {
  usePageTitle(t("Reliability"));
  const search = read(useSearch({ strict: false }));
  const navigate = useNavigate();
  const isEvents = search.list === "events";
  const go = (next: Search, replace = true) =>
    void navigate({
      to: ".",
      search: Object.fromEntries(Object.entries(next).filter(([, value]) => value)),
      replace,
      resetScroll: false,
    });
  const list = isEvents ? { list: "events" } : {};
  const { open: opened, ...shown } = search;
  const props: ListProps = {
    search,
    set: (name, value) => go({ ...shown, [name]: value }),
    clear: () => go(list),
    open: (id) => go({ ...shown, open: id }, false),
  };
  const close = () => go(shown);

  return (
    <div className="max-w-[1240px] p-8 max-desk:p-6 max-tablet:px-4 max-tablet:pb-28">
      <h1 className="mb-3 text-2xl font-bold tracking-[-0.022em]">{t("Reliability")}</h1>
      <Tabs
        label={t("Lists")}
        tabs={[
          { key: "letters", label: t("Dead letters") },
          { key: "events", label: t("Webhook events") },
        ]}
        chosen={isEvents ? "events" : "letters"}
        onChoose={(key) => go(key === "events" ? { list: key } : {})}
      />
      {isEvents ? <EventList {...props} /> : <LetterList {...props} />}
      {opened && isEvents ? <EventDrawer key={opened} id={opened} onClose={close} /> : null}
      {opened && !isEvents ? <LetterDrawer key={opened} id={opened} onClose={close} /> : null}
    </div>
  );
}

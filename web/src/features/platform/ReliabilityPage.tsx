import { useNavigate, useSearch } from "@tanstack/react-router";
import { Tabs } from "@/components/ui/Tabs";
import { usePageTitle } from "@/lib/usePageTitle";
import { BusinessDrawer } from "./BusinessDrawer";
import { BusinessList } from "./BusinessList";
import { EventDrawer } from "./EventDrawer";
import { EventList } from "./EventList";
import { LetterDrawer } from "./LetterDrawer";
import { LetterList } from "./LetterList";
import { t } from "./locales";
import { type ListProps, read, type Search } from "./search";

const rooms = {
  letters: [LetterList, LetterDrawer],
  events: [EventList, EventDrawer],
  businesses: [BusinessList, BusinessDrawer],
} as const;
const lists = Object.keys(rooms) as (keyof typeof rooms)[];

/** For administrators of the platform: what waits for a person, what providers told, a business. */
export function ReliabilityPage() {
  usePageTitle(t("Reliability"));
  const search = read(useSearch({ strict: false }));
  const navigate = useNavigate();
  const shownList = lists.find((name) => name === search.list) ?? "letters";
  const go = (next: Search, replace = true) =>
    void navigate({
      to: ".",
      search: Object.fromEntries(Object.entries(next).filter(([, value]) => value)),
      replace,
      resetScroll: false,
    });
  const at = (name: string) => (name === "letters" ? {} : { list: name });
  const { open: opened, ...shown } = search;
  const [List, Opened] = rooms[shownList];
  const props: ListProps = {
    search,
    set: (name, value) => go({ ...shown, [name]: value }),
    clear: () => go(at(shownList)),
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
          { key: "businesses", label: t("Businesses") },
        ]}
        chosen={shownList}
        onChoose={(key) => go(at(key))}
      />
      <List {...props} />
      {opened ? <Opened key={opened} id={opened} onClose={close} /> : null}
    </div>
  );
}

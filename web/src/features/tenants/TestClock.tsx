import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Spinner } from "@/components/ui/Spinner";
import { meQuery } from "@/features/accounts/api";
import { dayOf, day as dayWords, fullDay, moment, time } from "@/lib/dates";
import {
  type Business,
  type Clock,
  clockQuery,
  type NextEvent,
  nextQuery,
  useBusiness,
} from "./api";
import { ClockActs } from "./ClockActs";
import { T, t } from "./locales";

/** Says that this business is a test, what time it is there, and moves it on. */
export default function TestClock() {
  const business = useBusiness();
  const mayMove = useSuspenseQuery(meQuery).data.permissions.includes("MANAGE_SETTINGS");
  return (
    <section
      aria-label={t("Test clock")}
      className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-sunken px-8 py-1.5 text-sm max-desk:px-6 max-tablet:px-4"
    >
      {mayMove ? (
        <Moving business={business} />
      ) : (
        <p>{t("Test business. It is {day} there.", { day: fullDay(business.today) })}</p>
      )}
    </section>
  );
}

function Moving({ business }: { business: Business }) {
  const { data: clock, error, refetch } = useQuery(clockQuery);
  if (!clock) {
    return (
      <p>
        {t("Test business.")}{" "}
        {error ? (
          <>
            {t("Its time did not load.")}{" "}
            <button
              type="button"
              onClick={() => void refetch()}
              className="font-semibold underline"
            >
              {t("Try again")}
            </button>
          </>
        ) : null}
      </p>
    );
  }
  const zone = business.timezone;
  if (clock.moving_to) {
    return (
      <p role="status" className="flex items-center gap-2">
        <Spinner />
        <span>
          <T
            text="Moving to {moment}. What is due on the way happens in order; this page asks every second."
            moment={<b className="font-semibold">{standing(clock.moving_to, zone)}</b>}
          />
        </span>
      </p>
    );
  }
  return (
    <>
      <p className="min-w-0">
        <T
          text="Test business. It is {moment}."
          moment={<b className="figures font-semibold">{standing(clock.now, zone)}</b>}
        />
        <Next clock={clock} zone={zone} />
      </p>
      <span className="grow" />
      <ClockActs clock={clock} zone={zone} />
    </>
  );
}

function Next({ clock, zone }: { clock: Clock; zone: string }) {
  const [next] = clock.next;
  const found = useQuery({ ...nextQuery(next ?? NOTHING), enabled: next !== undefined }).data;
  if (!next) return <span className="text-ink-2"> {t("Nothing is planned.")}</span>;
  return (
    <span className="text-ink-2">
      {" "}
      {t("Next: {what}, {moment}.", {
        what: nextWords(found),
        moment: moment(next.at, zone, dayOf(clock.now, zone)),
      })}
    </span>
  );
}

function nextWords(next: NextEvent | undefined): string {
  if (!next) return t("something");
  if (next.reminded) return t("a reminder to {name}", { name: next.reminded });
  if (next.sent === undefined) return t("something planned");
  return t("invoice {number} is sent", { number: next.sent });
}

const NOTHING = { kind: "", id: "", at: "" };

/** "Tue 17 Nov 2026, 09:00" */
function standing(instant: string, zone: string): string {
  const day = dayOf(instant, zone);
  // another year than any, so that it is always said
  return `${dayWords(day, "")}, ${time(instant, zone)}`;
}

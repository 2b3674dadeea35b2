import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Spinner } from "@/components/ui/Spinner";
import { meQuery } from "@/features/accounts/api";
import { dayOf, day as dayWords, fullDay, moment, time } from "@/lib/dates";
import { type Business, type Clock, clockQuery, nextQuery, useBusiness } from "./api";
import { ClockActs } from "./ClockActs";

/** Says that this business is a test, what time it is there, and moves it on. */
export default function TestClock() {
  const business = useBusiness();
  const mayMove = useSuspenseQuery(meQuery).data.permissions.includes("MANAGE_SETTINGS");
  return (
    <section
      aria-label="Test clock"
      className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-sunken px-8 py-1.5 text-sm max-desk:px-6 max-tablet:px-4"
    >
      {mayMove ? (
        <Moving business={business} />
      ) : (
        <p>Test business. It is {fullDay(business.today)} there.</p>
      )}
    </section>
  );
}

function Moving({ business }: { business: Business }) {
  const { data: clock, error, refetch } = useQuery(clockQuery);
  if (!clock) {
    return (
      <p>
        Test business.{" "}
        {error ? (
          <>
            Its time did not load.{" "}
            <button
              type="button"
              onClick={() => void refetch()}
              className="font-semibold underline"
            >
              Try again
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
          Moving to <b className="font-semibold">{standing(clock.moving_to, zone)}</b>. What is due
          on the way happens in order; this page asks every second.
        </span>
      </p>
    );
  }
  return (
    <>
      <p className="min-w-0">
        Test business. It is <b className="figures font-semibold">{standing(clock.now, zone)}</b>.
        <Next clock={clock} zone={zone} />
      </p>
      <span className="grow" />
      <ClockActs clock={clock} zone={zone} />
    </>
  );
}

function Next({ clock, zone }: { clock: Clock; zone: string }) {
  const [next] = clock.next;
  const words = useQuery({ ...nextQuery(next ?? NOTHING), enabled: next !== undefined }).data;
  if (!next) return <span className="text-ink-2"> Nothing is planned.</span>;
  return (
    <span className="text-ink-2">
      {" "}
      Next: {words ?? "something"}, {moment(next.at, zone, dayOf(clock.now, zone))}.
    </span>
  );
}

const NOTHING = { kind: "", id: "", at: "" };

/** "Tue 17 Nov 2026, 09:00" */
function standing(instant: string, zone: string): string {
  const day = dayOf(instant, zone);
  // another year than any, so that it is always said
  return `${dayWords(day, "")}, ${time(instant, zone)}`;
}

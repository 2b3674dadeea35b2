import { useQuery } from "@tanstack/react-query";
import { Card } from "@/components/ui/Card";
import { Skeleton } from "@/components/ui/Skeleton";
import { Empty, Failure } from "@/components/ui/States";
import { StatusPill } from "@/components/ui/StatusPill";
import { useBusiness } from "@/features/tenants/api";
import { type Policy, policiesQuery } from "../api";
import { Timeline } from "./Timeline";
import { ruleWords } from "./words";

/** How the business chases, to look at. */
export function PolicyCard() {
  const policies = useQuery(policiesQuery);
  if (policies.isError) {
    return (
      <Card title="Policy">
        <Failure
          error={policies.error}
          what="The policy did not load. Reminders keep their times."
          retry={() => void policies.refetch()}
        />
      </Card>
    );
  }
  if (policies.isPending) {
    return (
      <Card title="Policy">
        <div role="status" aria-label="Loading" className="flex h-64 flex-col gap-6">
          <Skeleton className="h-24" />
          <Skeleton className="w-2/3" />
          <Skeleton className="w-1/2" />
        </div>
      </Card>
    );
  }
  if (policies.data.length === 0) {
    return (
      <Card title="Policy">
        <Empty title="There is no policy, so nobody is reminded by itself." />
      </Card>
    );
  }
  return policies.data.map((policy) => <OnePolicy key={policy.id} policy={policy} />);
}

function OnePolicy({ policy }: { policy: Policy }) {
  const business = useBusiness();
  return (
    <Card
      title={policy.name}
      aside={
        policy.enabled ? (
          <span className="text-sm text-ink-3">
            {policy.is_default ? "for every customer without another" : "where it is chosen"}
          </span>
        ) : (
          <StatusPill tone="quiet" shape="bars">
            Switched off
          </StatusPill>
        )
      }
      flush
    >
      <div className="px-5 pt-5 pb-4">
        <Timeline policy={policy} />
      </div>
      <dl className="grid border-t border-line tablet:grid-cols-2">
        {ruleWords(policy, business).map(({ rule, says }) => (
          <div key={rule} className="border-b border-line px-5 py-3">
            <dt className="text-xs text-ink-3">{rule}</dt>
            <dd className="font-semibold">{says}</dd>
          </div>
        ))}
      </dl>
      <p className="px-5 py-3.5 text-sm text-ink-3">
        Days count from the due day. A step on a weekend or a free day moves to the next working
        day. The policy itself cannot be edited yet.
      </p>
    </Card>
  );
}

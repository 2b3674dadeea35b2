import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { Skeleton } from "@/components/ui/Skeleton";
import { Empty, Failure } from "@/components/ui/States";
import { StatusPill } from "@/components/ui/StatusPill";
import { toast } from "@/components/ui/Toasts";
import { useBusiness } from "@/features/tenants/api";
import { type Policy, policiesQuery } from "../api";
import { t } from "../locales";
import { useDeletePolicy, useMakeDefault } from "./policy/api";
import { Timeline } from "./Timeline";
import { ruleWords } from "./words";

const PolicyEditor = lazy(async () => ({
  default: (await import("./policy/PolicyEditor")).PolicyEditor,
}));

/** How the business chases, to look at and to change. */
export function PolicyCard() {
  const policies = useQuery(policiesQuery);
  if (policies.isError) {
    return (
      <Card title={t("Policy")}>
        <Failure
          error={policies.error}
          what={t("The policy did not load. Reminders keep their times.")}
          retry={() => void policies.refetch()}
        />
      </Card>
    );
  }
  if (policies.isPending) {
    return (
      <Card title={t("Policy")}>
        <div role="status" aria-label={t("Loading")} className="flex h-64 flex-col gap-6">
          <Skeleton className="h-24" />
          <Skeleton className="w-2/3" />
          <Skeleton className="w-1/2" />
        </div>
      </Card>
    );
  }
  if (policies.data.length === 0) {
    return (
      <Card title={t("Policy")}>
        <Empty title={t("There is no policy, so nobody is reminded by itself.")} />
      </Card>
    );
  }
  const [standard] = policies.data;
  return (
    <>
      {policies.data.map((policy) => (
        <OnePolicy key={policy.id} policy={policy} />
      ))}
      {standard?.allowed_actions.includes("update") ? <NewPolicy like={standard} /> : null}
    </>
  );
}

/** Another policy begins as the default is. */
function NewPolicy({ like }: { like: Policy }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="self-start" onClick={() => setOpen(true)}>
        {t("New policy")}
      </Button>
      <Suspense>
        {open ? <PolicyEditor like={like} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  );
}

/** What may be done with a policy, by what the API allows. */
function Acts({ policy }: { policy: Policy }) {
  const [open, setOpen] = useState(false);
  const makeDefault = useMakeDefault(policy);
  const remove = useDeletePolicy(policy);
  const may = (act: string) => policy.allowed_actions.includes(act);
  const refusal = makeDefault.error ?? remove.error;
  if (policy.allowed_actions.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line px-5 py-3.5">
      {may("update") ? <Button onClick={() => setOpen(true)}>{t("Edit @act")}</Button> : null}
      {may("make_default") ? (
        <Button
          kind="ghost"
          busy={makeDefault.isPending}
          onClick={() =>
            makeDefault.mutate(undefined, { onSuccess: () => toast(t("It is the default now.")) })
          }
        >
          {t("Make it the default")}
        </Button>
      ) : null}
      {may("delete") ? (
        <Button
          kind="bad"
          busy={remove.isPending}
          onClick={() =>
            remove.mutate(undefined, {
              onSuccess: () => toast(t("The policy {name} is deleted.", { name: policy.name })),
            })
          }
        >
          {t("Delete @act")}
        </Button>
      ) : null}
      {refusal ? (
        <p role="alert" className="text-sm text-late">
          {refusal.message}
        </p>
      ) : null}
      <Suspense>
        {open ? (
          <PolicyEditor policy={policy} like={policy} onClose={() => setOpen(false)} />
        ) : null}
      </Suspense>
    </div>
  );
}

function OnePolicy({ policy }: { policy: Policy }) {
  const business = useBusiness();
  return (
    <Card
      title={policy.name}
      aside={
        policy.enabled ? (
          <span className="text-sm text-ink-3">
            {policy.is_default ? t("for every customer without another") : t("where it is chosen")}
          </span>
        ) : (
          <StatusPill tone="quiet" shape="bars">
            {t("Switched off")}
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
      <Acts policy={policy} />
      <p className="px-5 py-3.5 text-sm text-ink-3">
        {t(
          "Days count from the due day. A step on a weekend or a free day moves to the next working day.",
        )}
      </p>
    </Card>
  );
}

import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { SkeletonRows } from "@/components/ui/Skeleton";
import { Empty, Failure, Forbidden } from "@/components/ui/States";
import { t } from "../locales";
import { useMayEdit } from "../ReadOnly";
import { AskDialog } from "./AskDialog";
import { lookAgain, type PrivacyRequest, requestsQuery } from "./api";
import { OverrideDialog } from "./OverrideDialog";
import { RequestRow } from "./RequestRow";

/** What people asked about their own data. A contact's page leads here with `?subject=`. */
export function PrivacySection() {
  const mayEdit = useMayEdit();
  const requests = useInfiniteQuery({
    ...requestsQuery,
    enabled: mayEdit,
    refetchInterval: ({ state }) => lookAgain(state.data?.pages.flatMap((part) => part.rows) ?? []),
  });
  const { subject } = useSearch({ strict: false }) as { subject?: string };
  const navigate = useNavigate();
  const [asking, setAsking] = useState(subject !== undefined);
  const [overriding, setOverriding] = useState<PrivacyRequest | null>(null);
  const rows = requests.data?.pages.flatMap((part) => part.rows) ?? [];

  function close() {
    setAsking(false);
    if (subject) void navigate({ to: ".", search: {}, replace: true });
  }

  if (!mayEdit) return <Forbidden />;
  if (requests.isError) {
    return (
      <Failure
        error={requests.error}
        what={t("The requests did not load. Those that run go on.")}
        retry={() => void requests.refetch()}
      />
    );
  }
  return (
    <>
      <Card
        title={t("Requests")}
        aside={
          <Button size="small" icon={<Plus className="size-4" />} onClick={() => setAsking(true)}>
            {t("New request")}
          </Button>
        }
        flush
      >
        {requests.isPending ? <SkeletonRows rows={3} /> : null}
        {requests.isSuccess && rows.length === 0 ? (
          <Empty
            title={t(
              "Nobody has asked yet. A person may ask for a copy of what you hold about them, or to be forgotten.",
            )}
          />
        ) : null}
        {rows.length > 0 ? (
          <ul aria-label={t("Requests")}>
            {rows.map((request) => (
              <RequestRow
                key={request.id}
                request={request}
                onOverride={() => setOverriding(request)}
              />
            ))}
          </ul>
        ) : null}
        {requests.hasNextPage ? (
          <div className="border-t border-line px-5 py-3">
            <Button
              size="small"
              busy={requests.isFetchingNextPage}
              onClick={() => void requests.fetchNextPage()}
            >
              {t("Show more")}
            </Button>
          </div>
        ) : null}
        <p className="border-t border-line px-5 py-3.5 text-sm text-ink-3">
          {t("You have 30 days to answer; the owners are told when five are left.")}
        </p>
      </Card>
      {asking ? <AskDialog contact={subject ?? ""} onClose={close} /> : null}
      {overriding ? (
        <OverrideDialog request={overriding} onClose={() => setOverriding(null)} />
      ) : null}
    </>
  );
}

import { useInfiniteQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { SkeletonRows } from "@/components/ui/Skeleton";
import { Empty, Failure, Forbidden } from "@/components/ui/States";
import { type ApiKey, apiKeysQuery } from "../api";
import { t } from "../locales";
import { useMayEdit } from "../ReadOnly";
import { Example } from "./Example";
import { KeyRow } from "./KeyRow";
import { NewKeyDialog } from "./NewKeyDialog";
import { RevokeDialog } from "./RevokeDialog";

/** Keys with which programs act for the business. Other roles do not see that there are any. */
export function ApiKeysSection() {
  const mayEdit = useMayEdit();
  const keys = useInfiniteQuery({ ...apiKeysQuery, enabled: mayEdit });
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const rows = keys.data?.pages.flatMap((part) => part.rows) ?? [];

  if (!mayEdit) return <Forbidden />;
  if (keys.isError) {
    return (
      <Failure
        error={keys.error}
        what={t("The keys did not load. Programs that have one go on.")}
        retry={() => void keys.refetch()}
      />
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <Card
        title={t("Keys")}
        aside={
          <Button size="small" icon={<Plus className="size-4" />} onClick={() => setAdding(true)}>
            {t("New key")}
          </Button>
        }
        flush
      >
        {keys.isPending ? <SkeletonRows rows={3} /> : null}
        {keys.isSuccess && rows.length === 0 ? (
          <Empty
            title={t("No keys yet. A key lets a shop, a script or another service work for you.")}
          />
        ) : null}
        {rows.length > 0 ? (
          <ul aria-label={t("Keys")}>
            {rows.map((key) => (
              <KeyRow key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />
            ))}
          </ul>
        ) : null}
        {keys.hasNextPage ? (
          <div className="border-t border-line px-5 py-3">
            <Button
              size="small"
              busy={keys.isFetchingNextPage}
              onClick={() => void keys.fetchNextPage()}
            >
              {t("Show more")}
            </Button>
          </div>
        ) : null}
        <p className="border-t border-line px-5 py-3.5 text-sm text-ink-3">
          {t(
            "A key works while whoever made it is an owner or administrator. What it does stands in the audit log under its own name.",
          )}
        </p>
      </Card>
      <Example />
      {adding ? <NewKeyDialog onClose={() => setAdding(false)} /> : null}
      {revoking ? <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} /> : null}
    </div>
  );
}

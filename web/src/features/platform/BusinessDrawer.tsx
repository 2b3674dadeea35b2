import { useQuery } from "@tanstack/react-query";
import { Drawer } from "@/components/ui/Sheet";
import { SkeletonRows } from "@/components/ui/Skeleton";
import { businessQuery } from "./api";
import { Closed } from "./Closed";
import { Fact, Facts } from "./Facts";
import { t } from "./locales";
import { QuotaForm } from "./QuotaForm";
import { BusinessStatus, kindName, when } from "./words";

type Props = { id: string; onClose: () => void };

/** One business: which it is, and how much it may take. */
export function BusinessDrawer({ id, onClose }: Props) {
  const found = useQuery(businessQuery(id));
  const business = found.data?.business;
  return (
    <Drawer
      open
      narrow
      onClose={onClose}
      title={business?.name ?? t("Business")}
      beside={business ? <BusinessStatus status={business.status} /> : null}
    >
      {found.data && business ? (
        <div className="flex flex-col gap-6 p-6 max-tablet:p-4">
          <Facts>
            <Fact label={t("Id")}>{business.id}</Fact>
            <Fact label={t("Kind")}>{kindName(business.kind)}</Fact>
            <Fact label={t("Since")}>{when(business.created_at)}</Fact>
          </Facts>
          <QuotaForm id={id} quotas={found.data.quotas} />
        </div>
      ) : found.error ? (
        <Closed
          error={found.error}
          what={t("It did not load. Nothing is lost.")}
          retry={() => void found.refetch()}
        />
      ) : (
        <SkeletonRows rows={5} />
      )}
    </Drawer>
  );
}

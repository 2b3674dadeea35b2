import { Monogram } from "@/components/ui/Monogram";
import { useBusiness } from "@/features/tenants/api";

/** Which business this is. */
export function BusinessName() {
  const business = useBusiness();
  return (
    <span className="flex min-w-0 items-center gap-2 font-semibold">
      <Monogram name={business.name} />
      <span className="truncate">{business.name}</span>
    </span>
  );
}

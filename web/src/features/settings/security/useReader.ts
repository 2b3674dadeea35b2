import { useQuery } from "@tanstack/react-query";
import { businessQuery, useStanding } from "@/features/tenants/api";
import { dayOf } from "@/lib/dates";

/** Where and when the reader is: by the business's clock, or by the device's where the business is shut. */
export function useReader(): { timezone: string; today: string } {
  const isBarred = useStanding() === "BARRED";
  const business = useQuery({ ...businessQuery, enabled: !isBarred }).data;
  if (business) return business;
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { timezone, today: dayOf(new Date().toISOString(), timezone) };
}

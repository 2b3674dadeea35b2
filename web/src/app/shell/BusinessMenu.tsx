import { useSuspenseQuery } from "@tanstack/react-query";
import { Check, ChevronsUpDown } from "lucide-react";
import { Menu, MenuItem } from "@/components/ui/Menu";
import { Monogram } from "@/components/ui/Monogram";
import { toast } from "@/components/ui/Toasts";
import { meQuery } from "@/features/accounts/api";
import { useBusiness } from "@/features/tenants/api";
import { isApiError } from "@/lib/api/problem";
import { session } from "@/lib/api/session";
import { t } from "../locales";
import { BusinessName } from "./BusinessName";

/** The person's businesses behind the name of this one. Loaded after the page, as all menus. */
export default function BusinessMenu() {
  const business = useBusiness();
  const me = useSuspenseQuery(meQuery).data;

  const open = (membership: { tenant_id: string; name: string }) =>
    session.switchTo(membership.tenant_id).catch((error: unknown) => {
      const why = isApiError(error) ? error.message : "";
      toast(`${t("{name} did not open.", { name: membership.name })} ${why}`.trim());
    });

  return (
    <Menu
      button={
        <button
          type="button"
          className="-ml-2 flex h-9 min-w-0 items-center gap-2 rounded-control px-2 font-semibold hover:bg-sunken"
        >
          <BusinessName />
          <ChevronsUpDown className="size-3.5 shrink-0" />
        </button>
      }
    >
      {me.memberships.map((membership) => (
        <MenuItem
          key={membership.tenant_id}
          icon={<Monogram name={membership.name} />}
          onSelect={() => void open(membership)}
        >
          <span className="grow">
            {membership.name}
            {membership.kind === "TEST" ? <span className="text-ink-3"> · {t("test")}</span> : null}
          </span>
          {membership.tenant_id === business.id ? <Check className="size-4" /> : null}
        </MenuItem>
      ))}
    </Menu>
  );
}

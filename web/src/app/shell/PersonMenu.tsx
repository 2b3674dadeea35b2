import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { LifeBuoy, LogOut, Moon, Sun } from "lucide-react";
import { Menu, MenuItem, MenuLine } from "@/components/ui/Menu";
import { Monogram } from "@/components/ui/Monogram";
import { meQuery } from "@/features/accounts/api";
import { chooseTheme, useTheme } from "@/lib/theme";
import { t } from "../locales";
import { logOut } from "./logOut";

/** What concerns the person rather than the business. Loaded after the page: menus weigh more than it. */
export default function PersonMenu() {
  const me = useSuspenseQuery(meQuery).data;
  const navigate = useNavigate();
  const other = useTheme() === "dark" ? "light" : "dark";
  return (
    <Menu
      button={
        <button
          type="button"
          className="flex h-11 items-center gap-2.5 rounded-control px-2 font-medium hover:bg-sunken max-desk:justify-center group-data-folded/shell:justify-center"
        >
          <Monogram name={me.display_name} />
          <span className="truncate max-desk:sr-only group-data-folded/shell:sr-only">
            {me.display_name}
          </span>
        </button>
      }
    >
      <MenuItem
        icon={other === "dark" ? <Moon className="size-4" /> : <Sun className="size-4" />}
        onSelect={() => chooseTheme(other)}
      >
        {other === "dark" ? t("Dark") : t("Light")}
      </MenuItem>
      {me.platform_role === "ADMIN" ? (
        <MenuItem
          icon={<LifeBuoy className="size-4" />}
          onSelect={() => void navigate({ to: "/ops/reliability" })}
        >
          {t("Reliability of the platform")}
        </MenuItem>
      ) : null}
      <MenuLine />
      <MenuItem icon={<LogOut className="size-4" />} onSelect={() => void logOut()}>
        {t("Log out")}
      </MenuItem>
      <MenuItem icon={<LogOut className="size-4" />} onSelect={() => void logOut(true)}>
        {t("Log out everywhere")}
      </MenuItem>
    </Menu>
  );
}

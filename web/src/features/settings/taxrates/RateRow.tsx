import { Ellipsis } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { Menu, MenuItem } from "@/components/ui/Menu";
import { StatusPill } from "@/components/ui/StatusPill";
import type { TaxRate } from "../api";
import { t } from "../locales";
import { percentOf } from "./percent";

type Props = {
  rate: TaxRate;
  onEdit: () => void;
  onArchive: (status: TaxRate["status"]) => void;
};

export function RateRow({ rate, onEdit, onArchive }: Props) {
  const isArchived = rate.status === "ARCHIVED";
  return (
    <li className="flex min-h-[50px] items-center gap-4 border-t border-line px-5 py-1.5 first:border-0">
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {rate.name}
          {rate.is_default ? (
            <StatusPill tone="quiet" shape="tick">
              {t("On new lines")}
            </StatusPill>
          ) : null}
          {isArchived ? (
            <StatusPill tone="quiet" shape="struck">
              {t("Archived")}
            </StatusPill>
          ) : null}
        </p>
        <p className="text-sm text-ink-3">{rate.code}</p>
      </div>
      <span className="figures font-semibold">{percentOf(rate.percent)}</span>
      {rate.allowed_actions.includes("update") ? (
        <Menu
          button={
            <Button
              kind="ghost"
              size="small"
              square
              aria-label={t("What to do with {name}", { name: rate.name })}
              icon={<Ellipsis className="size-4" />}
            />
          }
        >
          <MenuItem onSelect={onEdit}>{t("Edit")}</MenuItem>
          {isArchived ? (
            <MenuItem onSelect={() => onArchive("ACTIVE")}>{t("Use again")}</MenuItem>
          ) : (
            <MenuItem onSelect={() => onArchive("ARCHIVED")}>{t("Archive")}</MenuItem>
          )}
        </Menu>
      ) : null}
    </li>
  );
}

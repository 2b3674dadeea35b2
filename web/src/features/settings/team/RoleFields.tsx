import { useSuspenseQuery } from "@tanstack/react-query";
import type { UseFormRegister } from "react-hook-form";
import { meQuery } from "@/features/accounts/api";
import { type Role, roleMay, roleNames, roles } from "@/features/shared/roles";
import { t } from "../locales";

export type RoleValues = { role: Role; can_send: boolean };

type Props = { register: UseFormRegister<RoleValues>; role: Role };

/** The roles that somebody may give, each with its sentence. */
export function RoleFields({ register, role }: Props) {
  const mine = useSuspenseQuery(meQuery).data.active?.role;
  const given = roles.filter((one) => one !== "OWNER" || mine === "OWNER");
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm leading-4 font-semibold">{t("Role")}</legend>
      <div className="overflow-hidden rounded-control border border-edge">
        {given.map((one) => (
          <label
            key={one}
            className="flex min-h-11 cursor-pointer items-start gap-3 border-t border-line px-3 py-2.5 first:border-0 has-checked:bg-surface-2"
          >
            <input
              type="radio"
              value={one}
              aria-label={roleNames[one]()}
              className="mt-0.5 size-4 shrink-0 accent-ink-fill"
              {...register("role")}
            />
            <span>
              <b className="block font-semibold">{roleNames[one]()}</b>
              <span className="text-sm text-ink-2">{roleMay[one]()}</span>
            </span>
          </label>
        ))}
      </div>
      {role === "AGENT" ? (
        <label className="mt-2 flex min-h-11 items-center gap-2.5">
          <input type="checkbox" className="size-4 accent-ink-fill" {...register("can_send")} />
          {t("May send their invoices to customers")}
        </label>
      ) : null}
    </fieldset>
  );
}

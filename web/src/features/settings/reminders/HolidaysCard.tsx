import { useInfiniteQuery } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { SkeletonRows } from "@/components/ui/Skeleton";
import { Failure } from "@/components/ui/States";
import { toast } from "@/components/ui/Toasts";
import { useBusiness } from "@/features/tenants/api";
import { day } from "@/lib/dates";
import { type Holiday, holidaysQuery, useAddHoliday, useDeleteHoliday } from "../api";
import { t } from "../locales";
import { useMayEdit } from "../ReadOnly";
import { HolidayForm } from "./HolidayForm";

/** The business's own free days, besides the public ones. */
export function HolidaysCard() {
  const mayEdit = useMayEdit();
  const holidays = useInfiniteQuery(holidaysQuery);
  const rows = holidays.data?.pages.flatMap((part) => part.rows) ?? [];
  return (
    <Card title={t("Free days of your own")} flush>
      <p className="px-5 py-3.5 text-sm text-ink-2">
        {t("Reminders move off them. Public holidays of each customer's country count already.")}
      </p>
      {holidays.isPending ? <SkeletonRows rows={2} /> : null}
      {holidays.isError ? (
        <Failure
          error={holidays.error}
          what={t("The free days did not load. Reminders keep their times.")}
          retry={() => void holidays.refetch()}
        />
      ) : null}
      {holidays.isSuccess && rows.length === 0 ? (
        <p className="border-t border-line px-5 py-3.5 text-ink-2">{t("None yet.")}</p>
      ) : null}
      <ul>
        {rows.map((holiday) => (
          <Row key={holiday.id} holiday={holiday} mayEdit={mayEdit} />
        ))}
      </ul>
      {holidays.hasNextPage ? (
        <div className="border-t border-line px-5 py-3">
          <Button
            size="small"
            busy={holidays.isFetchingNextPage}
            onClick={() => void holidays.fetchNextPage()}
          >
            {t("Show more")}
          </Button>
        </div>
      ) : null}
      {mayEdit ? <HolidayForm /> : null}
    </Card>
  );
}

function Row({ holiday, mayEdit }: { holiday: Holiday; mayEdit: boolean }) {
  const { today } = useBusiness();
  const remove = useDeleteHoliday();
  const add = useAddHoliday();
  return (
    <li className="flex min-h-[50px] items-center gap-4 border-t border-line px-5 py-1.5">
      <span className="figures w-32 shrink-0 text-ink-2">{day(holiday.day, today)}</span>
      <span className="min-w-0 grow font-medium break-words">{holiday.name}</span>
      {mayEdit ? (
        <Button
          kind="ghost"
          size="small"
          square
          aria-label={t("Delete {name}", { name: holiday.name })}
          busy={remove.isPending}
          icon={<Trash2 className="size-4" strokeWidth={1.75} />}
          onClick={() =>
            remove.mutate(holiday.id, {
              onSuccess: () =>
                toast(t("{name} is a working day again.", { name: holiday.name }), () =>
                  add.mutate({ day: holiday.day, name: holiday.name }),
                ),
              onError: (error) => toast(error.message),
            })
          }
        />
      ) : null}
    </li>
  );
}

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { DateField, TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { toast } from "@/components/ui/Toasts";
import { useBusiness } from "@/features/tenants/api";
import { day } from "@/lib/dates";
import { showRefusal } from "@/lib/forms";
import { z } from "@/lib/zod";
import { useAddHoliday } from "../api";
import { says, t } from "../locales";
import { required } from "../rules";

const schema = z.object({
  day: z.string().min(1, says("Choose a day.")),
  name: required(says("Write what day it is.")),
});

export function HolidayForm() {
  const { today } = useBusiness();
  const add = useAddHoliday();
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { day: "", name: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (holiday) => {
    try {
      await add.mutateAsync(holiday);
      toast(t("{day} is free.", { day: day(holiday.day, today) }));
      form.reset();
    } catch (error) {
      showRefusal(form, error);
    }
  });
  return (
    <form
      noValidate
      onSubmit={submit}
      className="grid items-start gap-3 border-t border-line bg-surface-2 p-5 tablet:grid-cols-[160px_minmax(0,1fr)_auto]"
    >
      <DateField label={t("Day")} error={errors.day?.message} {...form.register("day")} />
      <TextField
        label={t("Name")}
        placeholder={t("Stocktaking")}
        error={errors.name?.message}
        {...form.register("name")}
      />
      <Button type="submit" busy={isSubmitting} className="h-10! tablet:mt-[22px] max-tablet:h-11!">
        {t("Keep it free")}
      </Button>
      {errors.root ? (
        <Notice tone="late" className="tablet:col-span-3">
          {errors.root.message}
        </Notice>
      ) : null}
    </form>
  );
}

import { HolidaysCard } from "./HolidaysCard";
import { PauseCard } from "./PauseCard";
import { PolicyCard } from "./PolicyCard";
import { SendingForm } from "./SendingForm";

export function RemindersSection() {
  return (
    <div className="flex flex-col gap-6">
      <PauseCard />
      <PolicyCard />
      <HolidaysCard />
      <SendingForm />
    </div>
  );
}

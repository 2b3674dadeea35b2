import { PasswordCard } from "./PasswordCard";
import { SessionsCard } from "./SessionsCard";

/** A person's own password and devices, whatever their role is. */
export function SecuritySection() {
  return (
    <div className="flex flex-col gap-6">
      <PasswordCard />
      <SessionsCard />
    </div>
  );
}

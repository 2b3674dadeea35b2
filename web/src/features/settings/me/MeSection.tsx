import { AccountCard } from "./AccountCard";
import { SessionsCard } from "./SessionsCard";
import { ThemeCard } from "./ThemeCard";

export function MeSection() {
  return (
    <div className="flex flex-col gap-6">
      <AccountCard />
      <ThemeCard />
      <SessionsCard />
    </div>
  );
}

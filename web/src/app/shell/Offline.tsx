import { useOnline } from "@/lib/online";
import { t } from "../locales";

/** Says over every page what holds without a network. */
export function Offline() {
  const online = useOnline();
  return (
    <div role="status">
      {online ? null : (
        <p className="border-b border-line bg-plan-bg px-8 py-2.5 text-sm text-plan max-desk:px-6 max-tablet:px-4">
          {t(
            "You are offline. You see what was read before; nothing is sent until the network is back.",
          )}
        </p>
      )}
    </div>
  );
}

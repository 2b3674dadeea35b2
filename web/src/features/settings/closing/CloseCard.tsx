import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { useBusiness } from "@/features/tenants/api";
import { t } from "../locales";
import { CloseDialog } from "./CloseDialog";

/** For owners, at the end of everything about the business. */
export function CloseCard() {
  const business = useBusiness();
  const [isAsked, setAsked] = useState(false);
  if (!business.allowed_actions.includes("close")) return null;
  return (
    <Card title={t("Close this business")} className="mt-10">
      <div className="flex flex-col items-start gap-3">
        <p className="max-w-[64ch] text-ink-2">
          {t(
            "It then stands still: no reminder is sent and nobody works in it. After sixty days everything in it is erased. Until then an owner can take everything away, or open it again.",
          )}
        </p>
        <Button kind="bad" className="-ml-3.5" onClick={() => setAsked(true)}>
          {t("Close the business…")}
        </Button>
      </div>
      {isAsked ? <CloseDialog business={business} onClose={() => setAsked(false)} /> : null}
    </Card>
  );
}

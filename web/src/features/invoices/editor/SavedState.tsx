import { Check } from "lucide-react";
import { Spinner } from "@/components/ui/Spinner";
import { isApiError } from "@/lib/api/problem";
import { t } from "../locales";
import type { Saving } from "./Autosave";

/** Whether the words are on the server yet; `held` when some of them cannot be saved as they are. */
export function SavedState({ saving, held }: { saving: Saving; held: boolean }) {
  return (
    <span role="status" className="flex items-center gap-1.5 text-sm">
      {held && settled.has(saving.state) ? t("Not saved yet") : words(saving)}
    </span>
  );
}

const settled = new Set<Saving["state"]>(["clean", "saved"]);

function words(saving: Saving) {
  switch (saving.state) {
    case "clean":
      return null;
    case "waiting":
    case "saving":
      return (
        <>
          <Spinner /> {t("Saving")}
        </>
      );
    case "saved":
      return (
        <>
          <Check className="size-4" /> {t("Saved")}
        </>
      );
    case "failed":
      return (
        <span className="text-late">
          {isApiError(saving.error)
            ? saving.error.message
            : t("It is not saved. Your work is kept here.")}
        </span>
      );
    case "conflict":
      return <span className="text-late">{t("Changed by somebody else")}</span>;
  }
}

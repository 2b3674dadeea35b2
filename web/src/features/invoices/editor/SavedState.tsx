import { Check } from "lucide-react";
import { Spinner } from "@/components/ui/Spinner";
import type { Saving } from "./Autosave";

/** Whether the words are on the server yet. */
export function SavedState({ saving }: { saving: Saving }) {
  return (
    <span role="status" className="flex items-center gap-1.5 text-sm">
      {words(saving)}
    </span>
  );
}

function words(saving: Saving) {
  switch (saving.state) {
    case "clean":
      return null;
    case "waiting":
    case "saving":
      return (
        <>
          <Spinner /> Saving
        </>
      );
    case "saved":
      return (
        <>
          <Check className="size-4" /> Saved
        </>
      );
    case "failed":
      return <span className="text-late">{saving.error.message}</span>;
    case "conflict":
      return <span className="text-late">Changed by somebody else</span>;
  }
}

import { Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { Dialog } from "@/components/ui/Sheet";
import { t } from "../locales";

type Props = {
  /** Null when the answer that carried it was lost on its way. */
  secret: string | null;
  onClose: () => void;
};

/** The key itself, this once. Closing before it was copied asks again. */
export function ShownOnce({ secret, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const [warned, setWarned] = useState(false);

  // it lies ready to be copied by key, too
  useEffect(() => field.current?.select(), []);

  function copy(text: string) {
    field.current?.select();
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => {}, // the browser keeps its clipboard to itself; the key is selected
    );
  }

  function mayClose() {
    if (secret === null || copied || warned) return true;
    setWarned(true);
    return false;
  }

  return (
    <Dialog
      open
      onClose={onClose}
      mayClose={mayClose}
      title={secret === null ? t("The key did not arrive") : t("Copy your key now")}
      foot={
        <Button kind={copied ? "ink" : "plain"} onClick={() => mayClose() && onClose()}>
          {t("Done")}
        </Button>
      }
    >
      {secret === null ? (
        <p>{t("It was made, but the answer got lost. Revoke it in the list and make another.")}</p>
      ) : (
        <div className="flex flex-col gap-4">
          <Notice tone={warned && !copied ? "late" : "plan"}>
            {t(
              "It is shown this once. Whoever has it can do what you chose, so keep it like a password.",
            )}
          </Notice>
          <div className="flex items-end gap-2 max-tablet:flex-col max-tablet:items-stretch">
            <TextField
              ref={field}
              label={t("Your key")}
              readOnly
              value={secret}
              onFocus={(event) => event.currentTarget.select()}
              className="min-w-0 grow [&_input]:font-mono"
              spellCheck={false}
            />
            <Button
              kind={copied ? "plain" : "ink"}
              icon={<Copy className="size-4" />}
              className="h-10! max-tablet:h-11!"
              onClick={() => copy(secret)}
            >
              {t("Copy")}
            </Button>
          </div>
          <p role="status" className="min-h-5 text-sm text-ink-2">
            {copied ? t("Copied.") : warned ? t("It is not copied yet. Close again to go on.") : ""}
          </p>
        </div>
      )}
    </Dialog>
  );
}

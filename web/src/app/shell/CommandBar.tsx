import { Search } from "lucide-react";
import { Dialog } from "radix-ui";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { Because } from "@/components/ui/Because";
import { Spinner } from "@/components/ui/Spinner";
import { cx } from "@/lib/cx";
import { t } from "../locales";
import { type Command, useCommands } from "./commands";

type Props = { onClose: () => void; onCreate: () => void };

const kbd =
  "rounded-[4px] border border-line-2 bg-surface-2 px-1.5 font-sans text-[11px] leading-4 font-semibold text-ink-3 max-tablet:hidden";

/** Search or do anything: answers first, then acts, then places. */
export default function CommandBar({ onClose, onCreate }: Props) {
  const [typed, setTyped] = useState("");
  const [wanted, setWanted] = useState(0);
  const list = useId();
  const word = typed.trim();
  const { sections, isWaiting, error } = useCommands(word, onCreate);
  const all = sections.flatMap((section) => section.commands);
  const active = Math.min(wanted, all.length - 1);
  const idOf = (index: number) => `${list}-${index}`;

  useEffect(() => {
    document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active, list]);

  function run(command: Command | undefined) {
    if (!command || command.isOld) return;
    onClose();
    command.run();
  }

  function onKeyDown(event: KeyboardEvent) {
    const size = Math.max(1, all.length);
    if (event.key === "ArrowDown") setWanted((active + 1) % size);
    else if (event.key === "ArrowUp") setWanted((active - 1 + size) % size);
    else if (event.key === "Enter") run(all[active]);
    else return;
    event.preventDefault();
  }

  let index = 0;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-20 bg-scrim animate-[enter-fade_var(--quick)]" />
        <Dialog.Content
          aria-describedby={undefined}
          className={cx(
            "fixed top-[112px] left-1/2 z-21 flex max-h-[calc(100dvh-160px)] w-[min(640px,94vw)] -translate-x-1/2 flex-col overflow-hidden rounded-sheet bg-surface shadow-3 outline-none animate-[enter-fade_var(--quick)]",
            "max-tablet:inset-x-0 max-tablet:top-auto max-tablet:bottom-0 max-tablet:max-h-[88dvh] max-tablet:w-auto max-tablet:translate-none max-tablet:rounded-b-none max-tablet:pb-4 max-tablet:animate-[enter-up_var(--slow)_var(--out)]",
          )}
        >
          <Dialog.Title className="sr-only">{t("Search or do anything")}</Dialog.Title>
          <div className="flex h-15 shrink-0 items-center gap-3 border-b border-line px-5">
            {isWaiting ? <Spinner /> : <Search aria-hidden="true" className="size-5 text-ink-3" />}
            <input
              role="combobox"
              aria-label={t("Search or do anything")}
              aria-autocomplete="list"
              aria-expanded={all.length > 0}
              aria-controls={list}
              aria-activedescendant={all.length ? idOf(active) : undefined}
              placeholder={t("A customer, a number, or what you want to do")}
              autoComplete="off"
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setWanted(0);
              }}
              onKeyDown={onKeyDown}
              className="min-w-0 grow bg-transparent text-xl outline-none placeholder:text-ink-3"
            />
            <kbd className={kbd}>Esc</kbd>
          </div>
          <div
            id={list}
            role="listbox"
            aria-label={t("Results")}
            // a press must not take the focus from the field
            onMouseDown={(event) => event.preventDefault()}
            className="min-h-0 grow overflow-y-auto py-2"
          >
            {sections.map((section) => (
              // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a listbox
              <div key={section.title} role="group" aria-label={section.title}>
                {section.isPlain ? null : (
                  <p
                    aria-hidden="true"
                    className="px-5 pt-3.5 pb-1.5 text-xs font-semibold text-ink-3"
                  >
                    {section.title}
                  </p>
                )}
                {section.commands.map((command) => {
                  const at = index++;
                  return (
                    <Row
                      key={command.key}
                      id={idOf(at)}
                      command={command}
                      word={word}
                      active={at === active}
                      onPoint={() => setWanted(at)}
                      onRun={() => run(command)}
                    />
                  );
                })}
              </div>
            ))}
            {all.length === 0 && !isWaiting ? (
              <p className="px-5 py-8 text-center text-ink-2">
                {t("Nothing fits “{word}”.", { word })}
              </p>
            ) : null}
          </div>
          {error ? (
            <p role="alert" className="border-t border-line px-5 py-2.5 text-sm text-late">
              {t("Customers and invoices cannot be searched just now.")} {error.message}
            </p>
          ) : null}
          <span role="status" className="sr-only">
            {word && !isWaiting ? t("{n} result | {n} results", { n: all.length }) : null}
          </span>
          <div
            aria-hidden="true"
            className="flex gap-4 border-t border-line px-5 py-2.5 text-xs text-ink-3 max-tablet:hidden"
          >
            <span>
              <kbd className={kbd}>↑</kbd> <kbd className={kbd}>↓</kbd> {t("move")}
            </span>
            <span>
              <kbd className={kbd}>↵</kbd> {t("do it")}
            </span>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type RowProps = {
  id: string;
  command: Command;
  word: string;
  active: boolean;
  onPoint: () => void;
  onRun: () => void;
};

function Row({ id, command, word, active, onPoint, onRun }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field, where the focus stays
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      onMouseMove={onPoint}
      onClick={onRun}
      className={cx(
        "cursor-pointer aria-selected:bg-bone",
        command.because
          ? "mx-4 mt-1 mb-1 rounded-card border border-line bg-surface-2 px-3.5 py-3"
          : "mx-2 flex min-h-11 items-center gap-3 rounded-[10px] px-3",
        command.isOld && "opacity-60",
      )}
    >
      {command.because ? (
        <>
          <b className="mb-1 block font-semibold">{command.label}</b>
          <Because>{command.because}</Because>
        </>
      ) : (
        <>
          <span className="text-ink-2">{command.icon}</span>
          <span className="figures min-w-0 grow truncate">
            <Marked text={command.label} word={word} />
          </span>
          <span className="text-sm text-ink-3">{command.hint}</span>
          {active ? (
            <kbd className={kbd}>↵</kbd>
          ) : command.keys ? (
            <kbd className={kbd}>{command.keys}</kbd>
          ) : null}
        </>
      )}
    </div>
  );
}

/** The text with the word in bold where it stands. */
function Marked({ text, word }: { text: string; word: string }) {
  const at = word ? text.toLowerCase().indexOf(word.toLowerCase()) : -1;
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <b className="font-bold">{text.slice(at, at + word.length)}</b>
      {text.slice(at + word.length)}
    </>
  );
}

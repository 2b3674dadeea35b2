import { type Language, language, languages, speak } from "@/lib/language";

/** What somebody reads before they are known; kept on this device. */
export function LanguageChoice() {
  const others = (Object.keys(languages) as Language[]).filter((one) => one !== language());
  return others.map((one) => (
    <button
      key={one}
      type="button"
      lang={one}
      onClick={() => void speak(one)}
      className="rounded-chip px-1 text-sm font-medium text-ink-2 underline decoration-line-2 underline-offset-3 hover:decoration-current max-tablet:min-h-11"
    >
      {languages[one]}
    </button>
  ));
}

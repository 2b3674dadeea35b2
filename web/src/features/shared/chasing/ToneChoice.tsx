import { Segments } from "@/components/ui/Tabs";
import type { Tone } from "@/features/reminders/api";
import { later, t } from "../locales";

const tones = { FRIENDLY: later("Friendly"), NEUTRAL: later("Neutral"), FIRM: later("Firm") };

export const toneName = (tone: Tone) => tones[tone]();

/** In which tone a reminder speaks. */
export function ToneChoice({ tone, onChoose }: { tone: Tone; onChoose: (tone: Tone) => void }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span className="font-semibold">{t("Tone")}</span>
      <Segments
        label={t("Tone")}
        tabs={(["FRIENDLY", "NEUTRAL", "FIRM"] as const).map((key) => ({
          key,
          label: toneName(key),
        }))}
        chosen={tone}
        onChoose={onChoose}
      />
    </div>
  );
}

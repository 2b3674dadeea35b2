import { Card } from "@/components/ui/Card";
import { Segments } from "@/components/ui/Tabs";
import { chooseTheme, useThemeChoice } from "@/lib/theme";
import { later, t } from "../locales";

const tabs = [
  { key: "system", label: later("As the device") },
  { key: "light", label: later("Light") },
  { key: "dark", label: later("Dark") },
] as const;

export function ThemeCard() {
  return (
    <Card title={t("Theme")}>
      <Segments
        label={t("Theme")}
        tabs={tabs.map(({ key, label }) => ({ key, label: label() }))}
        chosen={useThemeChoice()}
        onChoose={chooseTheme}
      />
      <p className="mt-2 text-sm text-ink-3">{t("On this device only.")}</p>
    </Card>
  );
}

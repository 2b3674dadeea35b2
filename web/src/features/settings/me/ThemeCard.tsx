import { Card } from "@/components/ui/Card";
import { Segments } from "@/components/ui/Tabs";
import { chooseTheme, useThemeChoice } from "@/lib/theme";

const tabs = [
  { key: "system", label: "As the device" },
  { key: "light", label: "Light" },
  { key: "dark", label: "Dark" },
] as const;

export function ThemeCard() {
  return (
    <Card title="Theme">
      <Segments label="Theme" tabs={[...tabs]} chosen={useThemeChoice()} onChoose={chooseTheme} />
      <p className="mt-2 text-sm text-ink-3">On this device only.</p>
    </Card>
  );
}

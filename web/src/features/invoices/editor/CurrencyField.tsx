import type { ComponentProps } from "react";
import { SelectField } from "@/components/ui/Field";

const common = ["KES", "USD", "EUR", "GBP", "UGX", "TZS", "NGN", "ZAR", "RWF"];
const all = Intl.supportedValuesOf("currency").filter((code) => !common.includes(code));

/** Every currency there is; those asked for most stand first. */
export function CurrencyField(props: Omit<ComponentProps<"select">, "children">) {
  return (
    <SelectField label="Currency" {...props}>
      {[...common, ...all].map((code) => (
        <option key={code}>{code}</option>
      ))}
    </SelectField>
  );
}

import { Card } from "@/components/ui/Card";
import { T, t } from "../locales";

const DESCRIPTION = "/v1/openapi.json";

/** How a program uses a key, ready to be copied. */
export function Example() {
  const { origin } = window.location;
  const command = [
    "export DUESPARK_KEY=dsk_…",
    `curl ${origin}/v1/invoices?status=SENT \\`,
    '  -H "Authorization: Bearer $DUESPARK_KEY"',
  ].join("\n");
  return (
    <Card title={t("Try it")}>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by key
        tabIndex={0}
        className="overflow-x-auto rounded-control bg-sunken p-3.5 font-mono text-sm"
      >
        {command}
      </pre>
      <p className="mt-3 text-sm text-ink-3">
        <T
          text="Needs a key that reads invoices. All that programs can ask: {address}."
          address={
            <a href={DESCRIPTION} className="underline">
              {DESCRIPTION}
            </a>
          }
        />
      </p>
    </Card>
  );
}

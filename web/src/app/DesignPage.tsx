import { Plus, Send } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Because } from "@/components/ui/Because";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { DateField, SelectField, TextArea, TextField } from "@/components/ui/Field";
import { Menu, MenuItem, MenuLine } from "@/components/ui/Menu";
import { Money } from "@/components/ui/Money";
import { MoneyField } from "@/components/ui/MoneyField";
import { Dialog, Drawer } from "@/components/ui/Sheet";
import { SkeletonRows } from "@/components/ui/Skeleton";
import { Empty, Failure, Forbidden } from "@/components/ui/States";
import { type Shape, StatusPill, type Tone } from "@/components/ui/StatusPill";
import { Story } from "@/components/ui/Story";
import { Segments, Tabs } from "@/components/ui/Tabs";
import { toast } from "@/components/ui/Toasts";
import { chooseTheme, theme } from "@/lib/theme";
import { usePageTitle } from "@/lib/usePageTitle";

const colours =
  "paper surface surface-2 sunken raised sel line line-2 edge ink ink-2 ink-3 ink-fill spark spark-edge focus s-quiet s-plan s-part s-paid s-late s-disp c-in c-in-soft".split(
    " ",
  );

const statuses: [string, Tone, Shape][] = [
  ["Draft", "quiet", "dashed"],
  ["Scheduled", "plan", "clock"],
  ["Sent", "quiet", "ring"],
  ["Viewed", "quiet", "seen"],
  ["Partly paid", "part", "half"],
  ["Overdue", "late", "triangle"],
  ["Disputed", "disp", "speech"],
  ["Reminders wait", "plan", "bars"],
  ["Paid", "paid", "tick"],
  ["Void", "quiet", "struck"],
];

const sizes = [
  "text-xs",
  "text-sm",
  "text-md",
  "text-body",
  "text-lg",
  "text-xl",
  "text-2xl",
  "text-3xl",
  "text-4xl",
];

/** Every part of the house, as it is: look here before you build another one. */
export function DesignPage() {
  usePageTitle("Design");
  const [now, setNow] = useState(theme);
  const other = now === "dark" ? "light" : "dark";
  return (
    <main className="mx-auto flex max-w-[1080px] flex-col gap-8 p-8 max-tablet:p-4">
      <header className="flex items-center gap-3">
        <h1 className="grow text-2xl font-bold tracking-[-0.022em]">Parts of the house</h1>
        <Button
          onClick={() => {
            chooseTheme(other);
            setNow(other);
          }}
        >
          Show in {other}
        </Button>
      </header>
      <Room title="Colour">
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(108px,1fr))] gap-3">
          {colours.map((name) => (
            <li key={name} className="text-xs text-ink-2">
              <span
                className="mb-1 block h-12 rounded-control border border-line"
                style={{ background: `var(--${name})` }}
              />
              {name}
            </li>
          ))}
        </ul>
      </Room>
      <Room title="Type">
        {sizes.map((size) => (
          <p key={size} className={size}>
            {size.slice(5)}: KES 148,820.00 is still owed
          </p>
        ))}
      </Room>
      <Room title="Status">
        <Row>
          {statuses.map(([word, tone, shape]) => (
            <StatusPill key={word} tone={tone} shape={shape}>
              {word}
            </StatusPill>
          ))}
        </Row>
      </Room>
      <Room title="Money and reasons">
        <Row>
          <Money owed amount="148820.00" currency="KES" className="text-3xl font-bold" />
          <Money amount="4850.5" currency="USD" className="text-lg" />
          <Money amount="1500" currency="JPY" />
        </Row>
        <Because
          evidence={[
            { label: "Planned for", value: "Sat 14 Nov, moved to Monday by your sending hours" },
            { label: "Found", value: "promise for 20 Nov, made 15 Nov 20:14" },
          ]}
        >
          A promise was open.
        </Because>
      </Room>
      <Room title="Acts">
        <Row>
          <Button kind="spark" icon={<Send className="size-4" />}>
            Send
          </Button>
          <Button kind="ink" icon={<Plus className="size-4" />}>
            New
          </Button>
          <Button>Plain</Button>
          <Button kind="ghost">Ghost</Button>
          <Button kind="bad">Delete draft</Button>
          <Button busy>Busy</Button>
          <Button disabled>Disabled</Button>
          <Button size="small">Small</Button>
          <Button size="large" kind="spark">
            Pay
          </Button>
          <Menu button={<Button>Menu</Button>}>
            <MenuItem onSelect={() => toast("Chosen.")}>An act</MenuItem>
            <MenuLine />
            <MenuItem bad onSelect={() => toast("Gone.", () => toast("It is back."))}>
              One that can be undone
            </MenuItem>
          </Menu>
          <Sheets />
        </Row>
      </Room>
      <Room title="Fields">
        <Fields />
      </Room>
      <Room title="Choices">
        <Choices />
      </Room>
      <Room title="Story">
        <Story
          past={[
            {
              key: "1",
              mark: "done",
              day: "24 Oct",
              time: "10:06",
              title: "Issued and sent by e-mail",
            },
            { key: "2", mark: "late", day: "7 Nov", title: "Due date passed" },
            {
              key: "3",
              mark: "money",
              day: "12 Nov",
              time: "10:18",
              title: "KES 100,000.00 received",
            },
            {
              key: "4",
              mark: "not",
              day: "16 Nov",
              time: "09:00",
              title: "Second reminder not sent",
              children: <Because>A promise was open.</Because>,
            },
          ]}
          plan={[
            { key: "5", mark: "planned", day: "23 Nov", time: "09:00", title: "Second reminder" },
          ]}
        />
      </Room>
      <Room title="States">
        <div className="grid gap-4 tablet:grid-cols-2">
          <Card flush>
            <SkeletonRows rows={4} />
          </Card>
          <Card flush>
            <Empty title="No invoices yet.">
              <Button kind="ink">New invoice</Button>
            </Empty>
          </Card>
          <Card flush>
            <Failure
              error={new Error("broken")}
              what="The list did not load. Your invoices are safe."
              retry={() => toast("Tried again.")}
            />
          </Card>
          <Card flush>
            <Forbidden />
          </Card>
        </div>
      </Room>
    </main>
  );
}

function Room({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card title={title}>
      <div className="flex flex-col gap-4">{children}</div>
    </Card>
  );
}

const Row = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-3">{children}</div>
);

function Fields() {
  const [amount, setAmount] = useState("6500");
  return (
    <div className="grid gap-4 tablet:grid-cols-3">
      <TextField
        label="Name"
        placeholder="Ostrich Road Coffee"
        hint="As it stands on the invoice."
      />
      <TextField label="E-mail" defaultValue="accounts@" error="This is no e-mail address." />
      <MoneyField label="Amount" currency="KES" value={amount} onChange={setAmount} />
      <DateField label="Due" defaultValue="2026-12-01" />
      <SelectField label="Currency">
        <option>KES</option>
        <option>USD</option>
      </SelectField>
      <TextArea label="Note" rows={2} />
    </div>
  );
}

function Choices() {
  const [tab, setTab] = useState("open");
  const [view, setView] = useState("all");
  return (
    <>
      <Tabs
        label="Tabs"
        chosen={tab}
        onChoose={setTab}
        tabs={[
          { key: "open", label: "Open", count: 6 },
          { key: "paid", label: "Paid", count: 39 },
        ]}
      />
      <Segments
        label="Segments"
        chosen={view}
        onChoose={setView}
        tabs={[
          { key: "all", label: "All" },
          { key: "money", label: "Money" },
        ]}
      />
    </>
  );
}

function Sheets() {
  const [open, setOpen] = useState<"drawer" | "dialog" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button onClick={() => setOpen("drawer")}>Drawer</Button>
      <Button onClick={() => setOpen("dialog")}>Dialog</Button>
      <Drawer
        open={open === "drawer"}
        onClose={close}
        title="A drawer"
        foot={<Button onClick={close}>Close</Button>}
      >
        <p className="p-6">An editor over the page it belongs to.</p>
      </Drawer>
      <Dialog
        open={open === "dialog"}
        onClose={close}
        title="A dialog"
        foot={<Button onClick={close}>Close</Button>}
      >
        <p>A question, or one small act.</p>
      </Dialog>
    </>
  );
}

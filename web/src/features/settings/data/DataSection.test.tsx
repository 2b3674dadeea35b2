import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Toasts } from "@/components/ui/Toasts";
import { renderAt } from "@/test/renderAt";
import { business, me } from "@/test/samples";
import { server } from "@/test/server";
import { SettingsPage } from "../SettingsPage";
import { type Export, lookAgain } from "./api";
import { sizeOf } from "./words";

const NOW = "2026-11-17T07:00:00Z";
const LINK = "https://duespark.example/v1/export-files/abc.def";
const ANOTHER_LINK = "https://duespark.example/v1/export-files/ghi.jkl";

const ready: Export = {
  job_id: "0190a000-0000-7000-8000-0000000000e1",
  status: "READY",
  documents: true,
  percent: 100,
  row_count: 1_204,
  size_bytes: 4_210_000,
  failure: null,
  created_at: "2026-11-17T06:00:00Z",
  requested_by_name: "Njeri Mwangi",
  ready_at: "2026-11-17T06:00:05Z",
  ready_until: "2026-11-24T06:00:05Z",
  download_url: LINK,
  expires_at: "2026-11-18T06:00:00Z",
  allowed_actions: ["DOWNLOAD"],
};

const running: Export = {
  ...ready,
  job_id: "0190a000-0000-7000-8000-0000000000e2",
  status: "RUNNING",
  percent: 45,
  row_count: null,
  size_bytes: null,
  requested_by_name: "Otieno",
  ready_at: null,
  ready_until: null,
  download_url: null,
  expires_at: null,
  allowed_actions: ["CANCEL"],
};

const failed: Export = {
  ...running,
  job_id: "0190a000-0000-7000-8000-0000000000e3",
  status: "FAILED",
  failure: "BROKEN",
  allowed_actions: [],
};

const expired: Export = {
  ...ready,
  job_id: "0190a000-0000-7000-8000-0000000000e4",
  status: "EXPIRED",
  created_at: "2026-11-02T06:00:00Z",
  ready_until: "2026-11-09T06:00:05Z",
  download_url: null,
  expires_at: null,
  allowed_actions: [],
};

const refused = (code: string, message: string) => ({
  status: 409,
  error: { code: "CONFLICT", message, details: [{ field: "", message, code }] },
});

/** The list from now on. */
const has = (...rows: Export[]) => server.on("GET /v1/export", () => ({ data: rows }));

function show() {
  renderAt("/settings/data", {
    "/settings/$section": () => (
      <>
        <SettingsPage />
        <Toasts />
      </>
    ),
  });
  return userEvent.setup();
}

const list = () => screen.findByRole("list", { name: "Exports" });
const rows = async () => within(await list()).getAllByRole("listitem");
const row = async () => (await rows())[0] as HTMLElement;
const button = () => screen.findByRole<HTMLButtonElement>("button", { name: "Export everything" });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(NOW) });
  server.on("GET /v1/tenant", () => ({ data: business }));
  server.on("GET /v1/auth/me", () => ({ data: me }));
  has();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("the list", () => {
  it("says of what is ready when, by whom, how large, and until when it can be fetched", async () => {
    has(ready);
    show();

    const text = (await row()).textContent;

    expect(text).toContain("today, 09:00Ready");
    expect(text).toContain("It can be fetched until Tue 24 Nov, 09:00.");
    expect(text).toContain("Asked for by Njeri Mwangi · 1,204 rows · 4.21 MB · with PDFs");
  });

  it("links to the file, which the browser fetches by itself", async () => {
    has(ready);
    show();

    const link = within(await row()).getByRole("link", {
      name: "Download the export of today, 09:00",
    });

    expect(link.getAttribute("href")).toBe(LINK);
    expect(link.hasAttribute("download")).toBe(true);
  });

  it("shows how far one is that is being made", async () => {
    has(running);
    show();

    const bar = within(await row()).getByRole<HTMLProgressElement>("progressbar", {
      name: "Export of today, 09:00",
    });

    expect(bar.value).toBe(45);
    expect(bar.max).toBe(100);
    expect((await row()).textContent).toContain("Running45 %Asked for by Otieno · with PDFs");
  });

  it("says that one waits", async () => {
    has({ ...running, status: "QUEUED", percent: 0 });
    show();

    expect((await row()).textContent).toContain("WaitsRuns in a moment.");
    expect(screen.queryByRole("progressbar")).toBeNull();
  });

  it.each([
    ["Failed", "It could not be made. Try again.", failed],
    [
      "Failed",
      "It would be larger than an export may be. Leave the PDFs out.",
      { ...failed, failure: "TOO_LARGE" },
    ],
    [
      "Failed",
      "It would be larger than an export may be, even without the PDFs. Whoever runs the installation can allow more.",
      { ...failed, failure: "TOO_LARGE", documents: false },
    ],
    ["Canceled", "Canceled before it was made.", { ...failed, failure: "CANCELED" }],
    ["Deleted", "Deleted after its seven days.", expired],
    [
      "Deleted",
      "Deleted early, because a person was erased.",
      { ...expired, ready_until: "2026-11-20T06:00:00Z" },
    ],
  ] satisfies [string, string, Export][])("says %s: %s", async (pill, words, job) => {
    has(job);
    show();

    const found = await row();

    expect(found.textContent).toContain(`${pill}${words}`);
    expect(within(found).queryByRole("button")).toBeNull();
    expect(within(found).queryByRole("link")).toBeNull();
  });

  it("says that there are none", async () => {
    show();

    expect(await screen.findByText("Nothing was exported yet.")).toBeTruthy();
    expect(screen.queryByRole("list", { name: "Exports" })).toBeNull();
  });

  it("shows that it loads", async () => {
    server.on("GET /v1/export", () => new Promise(() => {}));
    show();

    expect(await screen.findByRole("status", { name: "Loading" })).toBeTruthy();
    expect(screen.queryByText("Nothing was exported yet.")).toBeNull();
  });

  it("says what goes on when it does not load, and tries again", async () => {
    server.on("GET /v1/export", () => ({
      status: 500,
      error: { code: "INTERNAL_ERROR", message: "No" },
    }));
    const user = show();
    expect(await screen.findByText(/One that is being made goes on/)).toBeTruthy();
    has(ready);

    await user.click(screen.getByRole("button", { name: "Try again" }));

    expect(await rows()).toHaveLength(1);
  });

  it("is closed to whoever may not change the business, and asks nothing", async () => {
    server.on("GET /v1/tenant", () => ({ data: { ...business, allowed_actions: [] } }));
    show();

    expect(await screen.findByText(/Your role does not open this page/)).toBeTruthy();
    expect(server.of("GET /v1/export")).toHaveLength(0);
    expect(screen.queryByRole("button", { name: "Export everything" })).toBeNull();
  });
});

describe("asking for an export", () => {
  it("takes the PDFs along unless they are left out", async () => {
    server.on("POST /v1/export", () => ({ status: 202, data: running }));
    const user = show();
    const box = await screen.findByLabelText<HTMLInputElement>("With the PDF of every invoice");
    expect(box.checked).toBe(true);

    await user.click(await button());
    await waitFor(() => expect(server.of("POST /v1/export")[0]?.body).toEqual({ documents: true }));
    await waitFor(async () => expect((await button()).disabled).toBe(false));
    await user.click(box);
    await user.click(await button());

    await waitFor(() =>
      expect(server.of("POST /v1/export")[1]?.body).toEqual({ documents: false }),
    );
  });

  it("shows it at once, and lets nobody ask for two", async () => {
    server.on("POST /v1/export", () => {
      has(running);
      return { status: 202, data: running };
    });
    const user = show();

    await user.click(await button());

    expect(await screen.findByRole("progressbar")).toBeTruthy();
    const one = await button();
    expect(one.disabled).toBe(true);
    const reason = document.getElementById(one.getAttribute("aria-describedby") ?? "");
    expect(reason?.textContent).toContain("Only one is made at a time.");
  });

  it("looks by itself until it is made, and says so to those who do not see the list", async () => {
    server.on("POST /v1/export", () => {
      has(running);
      return { status: 202, data: running };
    });
    const user = show();
    await user.click(await button());
    await screen.findByRole("progressbar");
    has({ ...ready, job_id: running.job_id });

    expect(await screen.findByRole("link", { name: /^Download/ })).toBeTruthy();

    const said = screen.getAllByRole("status").map(({ textContent }) => textContent);
    expect(said).toContain("It can be fetched until Tue 24 Nov, 09:00.");
    expect((await button()).disabled).toBe(false);
  });

  it("says that another was faster, and shows that one", async () => {
    server.on("POST /v1/export", () => {
      has(running);
      return refused("EXPORT_UNDER_WAY", "An export is being made already");
    });
    const user = show();

    await user.click(await button());

    expect(await screen.findByText(/Another export was asked for just before yours/)).toBeTruthy();
    expect((await row()).textContent).toContain("Asked for by Otieno");
    expect((await button()).disabled).toBe(true);
  });

  it("says why it was refused", async () => {
    server.on("POST /v1/export", () => ({
      status: 429,
      error: { code: "RATE_LIMITED", message: "Too many requests" },
    }));
    const user = show();

    await user.click(await button());

    expect((await screen.findByRole("alert")).textContent).toBe("Too many requests");
  });
});

describe("canceling", () => {
  const CANCEL = `POST /v1/export/${running.job_id}/cancel`;

  it("takes the one back that is being made", async () => {
    has(running);
    server.on(CANCEL, () => {
      has({ ...failed, job_id: running.job_id, failure: "CANCELED" });
      return { data: { ...failed, job_id: running.job_id, failure: "CANCELED" } };
    });
    const user = show();

    await user.click(await screen.findByRole("button", { name: "Cancel" }));

    expect(await screen.findByText("Canceled before it was made.")).toBeTruthy();
    expect(server.of(CANCEL)).toHaveLength(1);
    expect((await button()).disabled).toBe(false);
  });

  it("says that it is too late, and shows what came of it", async () => {
    has(running);
    server.on(CANCEL, () => {
      has({ ...ready, job_id: running.job_id });
      return refused("DONE", "The export is at its end; there is nothing to take back");
    });
    const user = show();

    await user.click(await screen.findByRole("button", { name: "Cancel" }));

    expect(await screen.findByText("It has come to its end already.")).toBeTruthy();
    expect(await screen.findByRole("link", { name: /^Download/ })).toBeTruthy();
  });
});

describe("a link that is over", () => {
  const ONE = `GET /v1/export/${ready.job_id}`;
  const over: Export = { ...ready, expires_at: "2026-11-17T06:59:00Z" };
  let fetched: string[];

  beforeEach(() => {
    has(over);
    fetched = [];
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      fetched.push(this.href);
    });
  });

  it("is replaced before the file is fetched", async () => {
    server.on(ONE, () => ({ data: { ...ready, download_url: ANOTHER_LINK } }));
    const user = show();

    await user.click(await screen.findByRole("link", { name: /^Download/ }));

    await waitFor(() => expect(fetched).toEqual([ANOTHER_LINK]));
  });

  it("is not needed while the one at hand opens", async () => {
    has(ready);
    const user = show();
    const link = await screen.findByRole("link", { name: /^Download/ });
    let isPrevented = true;
    link.parentElement?.addEventListener("click", (event) => {
      isPrevented = event.defaultPrevented;
      event.preventDefault(); // jsdom goes nowhere
    });

    await user.click(link);

    expect(isPrevented).toBe(false);
    expect(server.of(ONE)).toHaveLength(0);
  });

  it("leads nowhere when the archive is gone, and the list says so", async () => {
    server.on(ONE, () => {
      has(expired);
      return { data: { ...expired, job_id: ready.job_id } };
    });
    const user = show();

    await user.click(await screen.findByRole("link", { name: /^Download/ }));

    expect(await screen.findByText("It is deleted by now.")).toBeTruthy();
    expect(await screen.findByText("Deleted after its seven days.")).toBeTruthy();
    expect(fetched).toEqual([]);
  });
});

it("looks again while something is under way, and never otherwise", () => {
  expect(lookAgain([running, ready])).toBe(2_000);
  expect(lookAgain([{ ...running, status: "QUEUED" }])).toBe(2_000);
  expect(lookAgain([ready, failed, expired])).toBe(false);
  expect(lookAgain([])).toBe(false);
});

it("writes sizes as people say them", () => {
  expect(sizeOf(900)).toBe("0.9 kB");
  expect(sizeOf(41_240)).toBe("41.2 kB");
  expect(sizeOf(999_400)).toBe("999 kB");
  expect(sizeOf(4_210_000)).toBe("4.21 MB");
  expect(sizeOf(3_960_000_000)).toBe("3.96 GB");
  expect(sizeOf(12_000_000_000_000)).toBe("12,000 GB");
});

// How evenly ten thousand invoices scroll. The API's pages are made here, so that no seeding is needed:
// one page of the real list, repeated with ids and numbers of their own.
const ROWS = 10_000;
const STEP = 900; // a window's height at each frame, as somebody who drags the bar
const FRAMES = 240;

/** The longest and the middle frame of a fast scroll down and back up. */
export async function scrolling(page, url) {
  await page.route(/\/v1\/invoices\?/, async (route) => {
    const answer = await route.fetch();
    const { data, meta } = await answer.json();
    const rows = Array.from({ length: ROWS }, (_, at) => {
      const id = `0190a000-0000-7000-8000-${String(at).padStart(12, "0")}`;
      const row = data[at % data.length];
      return { ...row, id, invoice_number: `INV-${String(at).padStart(5, "0")}` };
    });
    await route.fulfill({ json: { data: rows, meta: { ...meta, cursor: null, total: ROWS } } });
  });
  await page.goto(`${url}/invoices`, { waitUntil: "networkidle" });
  await page.getByText(/^10,?000 of 10,?000 shown$/).waitFor();
  const frames = await page.evaluate(
    ([step, count]) =>
      new Promise((resolve) => {
        const times = [];
        let last = performance.now();
        const tick = (now) => {
          times.push(now - last);
          last = now;
          if (times.length > count) return resolve(times.slice(1));
          scrollBy(0, times.length <= count / 2 ? step : -step);
          requestAnimationFrame(tick);
        };
        requestAnimationFrame(tick);
      }),
    [STEP, FRAMES],
  );
  await page.unroute(/\/v1\/invoices\?/);
  const sorted = frames.toSorted((a, b) => a - b);
  return { longest: sorted.at(-1), middle: sorted[Math.floor(sorted.length / 2)] };
}

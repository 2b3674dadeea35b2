// Keeps the app's own files on the device, so that it opens without a network. Never an answer of the
// API: what stands in a page is as true as the moment it was read. Built by serviceWorker.ts.
const BUILD = "BUILD";
const PARTS = ["PARTS"];

const SHELL = "/";
const KEPT = `duespark-${BUILD}`;
const isPart = new Set(PARTS);
/** First parts of addresses that are no pages of the app; the server has the same list (PageResolver). */
const NOT_OURS = /^\/(v1|portal|healthz|readyz|livez|metrics|actuator|dev|s|t|outbox)(\/|$)/;

addEventListener("install", (event) => {
  // a page opened before a deploy reloads by itself when a part of it is gone, so nobody waits
  event.waitUntil(keep().then(() => skipWaiting()));
});

async function keep() {
  const cache = await caches.open(KEPT);
  await cache.addAll([...PARTS, new Request(SHELL, { cache: "reload" })]);
}

addEventListener("activate", (event) => {
  event.waitUntil(forgetOthers().then(() => clients.claim()));
});

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)));
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && !NOT_OURS.test(pathname)) {
    event.respondWith(page(request));
  } else if (isPart.has(pathname)) {
    event.respondWith(part(request, pathname));
  }
});

/** The server's page, which is of the newest build; without a network the one that is kept. */
async function page(request) {
  try {
    return await fetch(request);
  } catch (unreachable) {
    const shell = await caches.match(SHELL, { cacheName: KEPT });
    if (!shell) throw unreachable;
    return shell;
  }
}

/** A part of this build never changes under its name. */
async function part(request, pathname) {
  return (await caches.match(pathname, { cacheName: KEPT })) ?? fetch(request);
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const PORTS = ["", "temporal-", "temporal-ui-", "postgres-", "sandbox-", "smtp-", "metrics-"];
const START_MILLIS = 240_000;
const FIRST_PORT = 12_000;
const SOME_PORTS = 20_000;

/** Many people from one address, none of whom stops to read, and a ledger whose waits a test can wait for. */
const SETTINGS = [
  "rates.auth=10000/1m",
  "rates.user=10000/1m",
  "sending.lease=2s",
  "sending.lookups=300ms,700ms,1500ms",
  "sending.retries=500ms,1s,1s,1s",
].map((setting) => `--duespark.${setting}`);

/**
 * Starts Duespark as a person does, on free ports and with nobody in it; what this answers stops
 * it. What DUESPARK_URL names, `./duespark up --dev` perhaps, is used as it is.
 */
export default async function start() {
  if (process.env.DUESPARK_URL) return;
  const work = await mkdtemp(join(tmpdir(), "duespark-browser-"));
  const data = join(work, "data");
  const ports = await freePorts(PORTS.length);
  const said = await open(join(work, "said"), "w");
  const launcher = spawn(
    "../duespark",
    ["up", `--data=${data}`, ...SETTINGS, ...PORTS.map((name, i) => `--${name}port=${ports[i]}`)],
    { env: { ...process.env, DUESPARK_DEMO: "false" }, stdio: ["ignore", said.fd, said.fd] },
  );
  const ended = once(launcher, "exit");

  async function stop() {
    launcher.kill("SIGTERM");
    await ended;
    await said.close();
    await rm(work, { recursive: true, force: true });
  }

  const url = `http://127.0.0.1:${ports[0]}`;
  try {
    await Promise.race([
      ready(url),
      ended.then(() => Promise.reject(new Error("Duespark ended while it was starting."))),
    ]);
  } catch (error) {
    console.log(await readFile(join(work, "said"), "utf8"));
    await stop();
    throw error;
  }
  process.env.DUESPARK_URL = url;
  process.env.DUESPARK_DATA = data;
  process.env.SANDBOX_URL = `http://127.0.0.1:${ports[PORTS.indexOf("sandbox-")]}`;
  return stop;
}

async function ready(url: string) {
  const deadline = Date.now() + START_MILLIS;
  for (;;) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error(`Duespark is not ready after ${START_MILLIS} ms.`);
    await pause(100);
  }
}

/** Below those that the system lends to outgoing connections; held all at once, so that they differ. */
async function freePorts(count: number) {
  const held: Server[] = [];
  let port = FIRST_PORT + Math.floor(Math.random() * SOME_PORTS);
  while (held.length < count) {
    const server = createServer().listen(port, "127.0.0.1");
    await once(server, "listening").then(
      () => held.push(server),
      () => {}, // taken, so the next one
    );
    port++;
  }
  return held.map((server) => {
    const { port } = server.address() as AddressInfo;
    server.close();
    return port;
  });
}

import { ApiError } from "./problem";

type Tokens = { access_token: string; expires_in: number; tenant_id?: string | null };

/** Renewed so long before its end that a request on its way still finds it valid. */
const EARLY_MILLIS = 60_000;

const COOKIE = { "Content-Type": "application/json", "X-Session": "cookie" };

/**
 * Who is signed in. The access token lives in this page's memory only; the refresh token in a
 * cookie that no script can read. Tabs take turns at renewing, since a refresh token works once.
 */
class Session {
  #token: string | null = null;
  #endsAt = 0;
  #renewing: Promise<void> | null = null;
  #listeners = new Set<(signedIn: boolean) => void>();
  readonly #tabs = new BroadcastChannel("session");

  constructor() {
    this.#tabs.onmessage = ({ data }) => {
      if (data === "out") this.#forget();
      else this.#endsAt = 0;
    };
  }

  /** A token that is valid now; null for nobody. Renews it when it is about to end. */
  async token(): Promise<string | null> {
    if (this.#token && Date.now() > this.#endsAt - EARLY_MILLIS) await this.renew();
    return this.#token;
  }

  /** Whether somebody is signed in, asked at the start of the page. */
  async begin(): Promise<boolean> {
    if (!this.#token) await this.renew();
    return this.#token !== null;
  }

  async logIn(email: string, password: string) {
    this.#keep(await this.#ask("login", { email, password }));
    this.#tabs.postMessage("in");
  }

  async switchTo(tenantId: string) {
    const headers = { Authorization: `Bearer ${await this.token()}` };
    this.#keep(await this.#ask("switch-tenant", { tenant_id: tenantId }, headers));
    this.#tabs.postMessage("in");
  }

  /** Ends this session, or every session of the person. */
  async logOut(everywhere = false) {
    const headers = { Authorization: `Bearer ${await this.token()}` };
    await this.#post(everywhere ? "logout-everywhere" : "logout", undefined, headers);
    this.#forget();
    this.#tabs.postMessage("out");
  }

  onChange(listener: (signedIn: boolean) => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  renew(): Promise<void> {
    this.#renewing ??= this.#renewOnce().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #renewOnce() {
    try {
      await navigator.locks.request("session", async () => {
        this.#keep(await this.#ask("refresh"));
      });
    } catch (error) {
      // without an answer the session may well go on; only a clear no ends it
      if (!(error instanceof ApiError && error.status === 401)) throw error;
      this.#forget();
    }
  }

  async #ask(path: string, body?: object, headers: Record<string, string> = {}): Promise<Tokens> {
    return (await (await this.#post(path, body, headers)).json()).data;
  }

  async #post(path: string, body: object | undefined, headers: Record<string, string>) {
    const response = await fetch(`/v1/auth/${path}`, {
      method: "POST",
      headers: { ...COOKIE, ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).catch((error: unknown) => {
      throw ApiError.unreachable(error);
    });
    if (!response.ok) throw await ApiError.from(response);
    return response;
  }

  #keep(tokens: Tokens) {
    const was = this.#token;
    this.#token = tokens.access_token;
    this.#endsAt = Date.now() + tokens.expires_in * 1000;
    if (!was) this.#tell(true);
  }

  #forget() {
    const was = this.#token;
    this.#token = null;
    if (was) this.#tell(false);
  }

  #tell(signedIn: boolean) {
    for (const listener of this.#listeners) listener(signedIn);
  }
}

export const session = new Session();

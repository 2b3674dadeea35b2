import { page } from "../page";
import { forgetRecent } from "../recent";
import { alone } from "../secure";
import { ApiError } from "./problem";

type Tokens = { access_token: string; expires_in: number; tenant_id?: string | null };

/** Whose page this is, and of which business; all that it shows and keeps is theirs. */
type Owner = { person: string | undefined; tenant: string | null };

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
  #owner: Owner | null = null;
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

  /** A token in place of one that the API refused; null when the session is over. */
  async another(refused: string): Promise<string | null> {
    if (this.#token === refused) await this.renew();
    return this.#token;
  }

  async logIn(email: string, password: string) {
    const tokens = await this.#ask("auth/login", { email, password });
    forgetRecent(); // of whoever was signed in before
    this.#owner = null;
    this.#keep(tokens);
    this.#tabs.postMessage("in");
  }

  /** Opens another business, in a fresh page; this one keeps to its own until it is gone. */
  async switchTo(tenantId: string) {
    const headers = { Authorization: `Bearer ${await this.token()}` };
    await this.#ask("auth/switch-tenant", { tenant_id: tenantId }, headers);
    this.#tabs.postMessage("in");
    page.open("/home");
  }

  /** Comes into a business by an invitation, as who is signed in or as the body says, and opens it. */
  async accept(invitation: object) {
    const token = await this.token();
    const headers = token ? { Authorization: `Bearer ${token}` } : undefined;
    await this.#ask("invitations/accept", invitation, headers);
    this.#tabs.postMessage("in");
    page.open("/home");
  }

  /** Ends this session, or every session of the person. */
  async logOut(everywhere = false) {
    const headers = { Authorization: `Bearer ${await this.token()}` };
    await this.#post(everywhere ? "auth/logout-everywhere" : "auth/logout", undefined, headers);
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
      const tokens = await alone("session", () => this.#ask("auth/refresh"));
      if (this.#isOurs(tokens)) this.#keep(tokens);
      else await this.#leave(tokens);
    } catch (error) {
      // without an answer the session may well go on; only a clear no ends it, or no such login here
      if (!(error instanceof ApiError && [401, 403].includes(error.status))) throw error;
      this.#forget();
    }
  }

  #isOurs(tokens: Tokens) {
    const { person, tenant } = ownerOf(tokens);
    return !this.#owner || (this.#owner.person === person && this.#owner.tenant === tenant);
  }

  /** Another tab changed person or business: never ends, so that nothing of this page goes there. */
  #leave(tokens: Tokens): Promise<never> {
    if (this.#owner?.person !== ownerOf(tokens).person) forgetRecent();
    page.open("/home");
    return new Promise(() => {});
  }

  async #ask(path: string, body?: object, headers: Record<string, string> = {}): Promise<Tokens> {
    return (await (await this.#post(path, body, headers)).json()).data;
  }

  async #post(path: string, body: object | undefined, headers: Record<string, string>) {
    const response = await fetch(`/v1/${path}`, {
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
    this.#owner = ownerOf(tokens);
    this.#endsAt = Date.now() + tokens.expires_in * 1000;
    if (!was) this.#tell(true);
  }

  #forget() {
    const was = this.#token;
    this.#token = null;
    this.#owner = null;
    forgetRecent();
    if (was) this.#tell(false);
  }

  #tell(signedIn: boolean) {
    for (const listener of this.#listeners) listener(signedIn);
  }
}

function ownerOf({ access_token, tenant_id }: Tokens): Owner {
  return { person: subject(access_token), tenant: tenant_id ?? null };
}

/** Whom a token (JWT) is about. */
function subject(token: string): string | undefined {
  const claims = token.split(".")[1]?.replaceAll("-", "+").replaceAll("_", "/");
  return claims ? JSON.parse(atob(claims)).sub : undefined;
}

export const session = new Session();

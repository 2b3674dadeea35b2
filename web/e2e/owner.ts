import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect } from "@playwright/test";

/** Where the businesses of the stories are. */
export const HERE = { timezone: "Africa/Nairobi", currency: "KES", country: "KE" };

type Draft = { id: string; invoice_number: string };

/** What a person has set up before the story begins, by the API. */
export class Owner {
  readonly email: string;
  readonly #request: APIRequestContext;
  #token: string;

  constructor(email: string, request: APIRequestContext, token: string) {
    this.email = email;
    this.#request = request;
    this.#token = token;
  }

  ask<T>(method: "GET" | "POST" | "PUT", path: string, data?: object): Promise<T> {
    return this.#call(method, path, data, {});
  }

  /** Changes the version that it names, and no later one. */
  changes<T>(path: string, version: number, data: object): Promise<T> {
    return this.#call("PATCH", path, data, { "If-Match": String(version) });
  }

  async #call<T>(method: string, path: string, data: object | undefined, more: object): Promise<T> {
    const answer = await this.#request.fetch(path, {
      method,
      ...(data && { data }),
      headers: {
        Authorization: `Bearer ${this.#token}`,
        "Idempotency-Key": randomUUID(),
        ...more,
      },
    });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return (await answer.json()).data;
  }

  /** From now on customers pay by card, on the sandbox's page. */
  async takesCards() {
    await this.ask("PUT", "/v1/integrations/stripe", { secret_key: "sk_test_lantana" });
  }

  /** A business to try things in, whose clock can be moved; it is asked from now on. */
  async foundsTestBusiness(name: string) {
    const { id } = await this.ask<{ id: string }>("POST", "/v1/tenants", {
      ...HERE,
      name,
      kind: "TEST",
    });
    const { access_token } = await this.ask<{ access_token: string }>(
      "POST",
      "/v1/auth/switch-tenant",
      { tenant_id: id },
    );
    this.#token = access_token;
  }

  /** Moves the clock of a test business, and waits until it has arrived. */
  async travelsTo(moment: Date) {
    await this.ask("POST", "/v1/test-clock", { to: moment.toISOString() });
    const clock = () => this.ask<{ moving_to?: string | null }>("GET", "/v1/test-clock");
    await expect.poll(async () => (await clock()).moving_to ?? "").toBe("");
  }

  async hasCustomer(name: string, email: string): Promise<string> {
    const body = { display_name: name, email };
    return (await this.ask<{ id: string }>("POST", "/v1/contacts", body)).id;
  }

  /** A draft of 200 and 16 % VAT, unless told otherwise. */
  async hasDraft(contact: string, more: object = {}): Promise<Draft> {
    return this.ask("POST", "/v1/invoices", {
      contact_id: contact,
      line_items: [{ name: "Menu redesign", rate: "200", tax_code: "VAT16" }],
      ...more,
    });
  }

  async hasSent(contact: string, more: object = {}): Promise<Draft> {
    const { id } = await this.hasDraft(contact, more);
    await this.ask("POST", `/v1/invoices/${id}/send`, {});
    return this.ask("GET", `/v1/invoices/${id}`);
  }
}

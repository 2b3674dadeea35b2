type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
};
type Answer = { status?: number; data?: unknown; error?: object };
type Handler = (asked: Asked) => Answer | Promise<Answer>;

const META = { request_id: "req_test" };

/** The API as a test wants it: answers by method and path, and what was asked. */
class Server {
  readonly asked: Asked[] = [];
  #handlers = new Map<string, Handler>();

  /** Answers `GET /v1/tenant` and the like; the last one given holds. */
  on(route: string, handler: Handler) {
    this.#handlers.set(route, handler);
  }

  of(route: string) {
    return this.asked.filter(({ method, path }) => `${method} ${path}` === route);
  }

  async answer(request: Request): Promise<Response> {
    const { pathname: path, searchParams: query } = new URL(request.url);
    const text = await request.text();
    const asked = {
      method: request.method,
      path,
      query,
      headers: request.headers,
      body: text ? JSON.parse(text) : null,
    };
    this.asked.push(asked);
    const handler = this.#handlers.get(`${request.method} ${path}`);
    if (!handler) throw new TypeError(`Nothing answers ${request.method} ${path}`);
    const { status, data, error } = await handler(asked);
    const body = error ? { error: { details: [], ...error }, meta: META } : { data, meta: META };
    return Response.json(body, { status: status ?? 200 });
  }

  forget() {
    this.asked.length = 0;
    this.#handlers.clear();
  }
}

export const server = new Server();

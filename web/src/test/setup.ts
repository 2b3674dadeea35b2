import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";
import { server } from "./server";

/** Node asks for whole addresses where a browser completes them from the page's own. */
const NodeRequest = globalThis.Request;
globalThis.Request = class extends NodeRequest {
  constructor(input: RequestInfo | URL, init?: RequestInit) {
    super(typeof input === "string" ? new URL(input, location.href) : input, init);
  }
};
globalThis.fetch = async (input, init) => server.answer(new Request(input, init));

// for a machine that does other things as well; what is there sooner is not waited for
configure({ asyncUtilTimeout: 10_000 });

// jsdom has no layout to scroll
window.scrollTo = () => {};

afterEach(() => {
  cleanup();
  server.forget();
});

import { QueryObserver } from "@tanstack/react-query";
import { afterEach, expect, it, vi } from "vitest";
import { standingQuery } from "@/features/tenants/api";
import { api } from "@/lib/api/client";
import { business } from "@/test/samples";
import { server } from "@/test/server";
import { queries } from "./queries";

const no = (code: string) => () => ({
  status: 403,
  error: {
    code: "FORBIDDEN",
    message: "No",
    details: [{ field: "", message: "No", code }],
  },
});

let leave = () => {};

/** As the shell does: what it shows hangs on it. */
function watchOpenBusiness() {
  queries.setQueryData(standingQuery.queryKey, "OPEN");
  leave = new QueryObserver(queries, standingQuery).subscribe(() => {});
}

const standing = () => queries.getQueryData(standingQuery.queryKey);

afterEach(() => {
  leave();
  queries.clear();
});

it("looks how the business stands when anything is refused because it was closed", async () => {
  server.on("GET /v1/tax-rates", no("BUSINESS_CLOSED"));
  server.on("GET /v1/tenant", () => ({ data: { ...business, status: "CLOSED" } }));
  watchOpenBusiness();

  await expect(api.GET("/v1/tax-rates")).rejects.toThrow("No");

  await vi.waitFor(() => expect(standing()).toBe("CLOSED"));
});

it("asks once where the business cannot even be looked at", async () => {
  server.on("GET /v1/tax-rates", no("BUSINESS_CLOSED"));
  server.on("GET /v1/tenant", no("BUSINESS_CLOSED"));
  watchOpenBusiness();

  await expect(api.GET("/v1/tax-rates")).rejects.toThrow("No");

  await vi.waitFor(() => expect(standing()).toBe("BARRED"));
  await vi.waitFor(() => expect(queries.isFetching()).toBe(0));
  expect(server.of("GET /v1/tenant")).toHaveLength(1);
});

it("leaves it open when a role does not allow something", async () => {
  server.on("GET /v1/tax-rates", no("ROLE"));
  watchOpenBusiness();

  await expect(api.GET("/v1/tax-rates")).rejects.toThrow("No");

  expect(standing()).toBe("OPEN");
  expect(server.of("GET /v1/tenant")).toHaveLength(0);
});

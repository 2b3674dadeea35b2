import { describe, expect, it } from "vitest";
import { currencyOf, guessPlace } from "./places";

describe("guessPlace", () => {
  it("believes the clock before the language", () => {
    expect(guessPlace("Africa/Nairobi", ["en-US", "en"])).toEqual({
      country: "KE",
      currency: "KES",
      timezone: "Africa/Nairobi",
    });
  });

  it("takes the language's country among those that share the zone", () => {
    expect(guessPlace("America/New_York", ["en-US"]).country).toBe("US");
  });

  it("takes the language's country where the zone has none", () => {
    expect(guessPlace("UTC", ["de-AT"])).toEqual({
      country: "AT",
      currency: "EUR",
      timezone: "UTC",
    });
  });

  it("is at home in Kenya when the browser says nothing it understands", () => {
    expect(guessPlace("UTC", ["en-US@posix", "C"]).country).toBe("KE");
  });
});

it("knows what a country pays in", () => {
  expect(["KE", "UG", "DE", "GB"].map(currencyOf)).toEqual(["KES", "UGX", "EUR", "GBP"]);
});

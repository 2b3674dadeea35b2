package com.duespark.sandbox.log;

import com.google.gson.JsonObject;

/**
 * One accepted thing, one line of the log.
 *
 * @param number position in the log, from 1
 * @param at ISO instant
 * @param provider stripe, postmark, ses, smtp, webhooks or sandbox
 * @param kind what happened, for example {@code checkout.session.created}
 */
public record Fact(long number, String at, String provider, String kind, JsonObject body) {

  public JsonObject toJson() {
    return Json.object("n", number, "at", at, "provider", provider, "kind", kind, "body", body);
  }

  static Fact fromJson(JsonObject line) {
    return new Fact(
        Json.number(line, "n", 0),
        Json.text(line, "at", ""),
        Json.text(line, "provider", ""),
        Json.text(line, "kind", ""),
        Json.child(line, "body"));
  }
}

package com.duespark.sandbox.stripe;

import com.duespark.sandbox.http.Reply;
import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** A refusal in the shape Stripe gives it. */
public final class StripeError extends RuntimeException {
  private final int status;
  private final String type;
  private final @Nullable String code;
  private final @Nullable String param;

  private StripeError(
      int status, String type, @Nullable String code, @Nullable String param, String message) {
    super(message);
    this.status = status;
    this.type = type;
    this.code = code;
    this.param = param;
  }

  static StripeError invalid(@Nullable String param, String message) {
    return new StripeError(400, "invalid_request_error", null, param, message);
  }

  static StripeError invalid(String code, @Nullable String param, String message) {
    return new StripeError(400, "invalid_request_error", code, param, message);
  }

  static StripeError missing(String param) {
    return invalid("parameter_missing", param, "Missing required param: " + param + ".");
  }

  static StripeError noSuch(String kind, String id) {
    return new StripeError(
        404,
        "invalid_request_error",
        "resource_missing",
        kind.contains("session") ? "session" : "id",
        "No such " + kind + ": '" + id + "'");
  }

  static StripeError unauthorized(String message) {
    return new StripeError(401, "invalid_request_error", null, null, message);
  }

  static StripeError noRoute(String method, String path) {
    return new StripeError(
        404,
        "invalid_request_error",
        null,
        null,
        "Unrecognized request URL (" + method + ": " + path + ").");
  }

  static StripeError keyReused(String key) {
    return new StripeError(
        400,
        "idempotency_error",
        null,
        null,
        "Keys for idempotent requests can only be used with the same parameters they were first"
            + " used with. Try using a key other than '"
            + key
            + "' if you meant to execute a different request.");
  }

  static StripeError keyInUse(String key) {
    return new StripeError(
        409,
        "idempotency_error",
        "idempotency_key_in_use",
        null,
        "There is currently another in-progress request using this Idempotency Key ('"
            + key
            + "').");
  }

  Reply reply() {
    JsonObject error = Json.object("type", type, "message", getMessage(), "request_log_url", null);
    if (code != null) {
      error.addProperty("code", code);
      error.addProperty("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
    }
    if (param != null) {
      error.addProperty("param", param);
    }
    return Reply.json(status, Json.object("error", error));
  }
}

package com.duespark.sandbox.ses;

import com.duespark.sandbox.http.Reply;
import com.duespark.sandbox.log.Json;

/** A refusal with the type that Amazon's clients read from the header. */
final class SesError extends RuntimeException {
  private final int status;
  private final String type;

  SesError(int status, String type, String message) {
    super(message);
    this.status = status;
    this.type = type;
  }

  static SesError badRequest(String message) {
    return new SesError(400, "BadRequestException", message);
  }

  Reply reply() {
    return Reply.json(status, Json.object("message", getMessage())).with("x-amzn-ErrorType", type);
  }
}

package com.duespark.sandbox.postmark;

import com.duespark.sandbox.http.Reply;
import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;

/** A refusal with Postmark's own code. */
final class PostmarkError extends RuntimeException {
  private final int status;
  private final int code;

  PostmarkError(int status, int code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static PostmarkError invalid(String message) {
    return new PostmarkError(422, 300, message);
  }

  JsonObject json() {
    return Json.object("ErrorCode", code, "Message", getMessage());
  }

  Reply reply() {
    return Reply.json(status, json());
  }
}

package com.duespark.sandbox.http;

import com.duespark.sandbox.log.Json;
import com.google.gson.JsonElement;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP answer. */
public final class Reply {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private Reply(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  public static Reply json(int status, JsonElement body) {
    return of(status, "application/json; charset=utf-8", Json.write(body));
  }

  public static Reply html(int status, String body) {
    return of(status, "text/html; charset=utf-8", body)
        .with("Cache-Control", "no-store")
        .with("X-Content-Type-Options", "nosniff");
  }

  public static Reply of(int status, String type, String body) {
    return bytes(status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  public static Reply bytes(int status, String type, byte[] body) {
    return new Reply(status, Map.of("Content-Type", type), body);
  }

  /** The browser follows with a GET. */
  public static Reply seeOther(String location) {
    return new Reply(303, Map.of("Location", location), new byte[0]);
  }

  public Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}

package com.duespark.worker.codec;

import com.duespark.domain.datakeys.KeyRing;
import com.duespark.domain.shared.Json;
import com.duespark.worker.telemetry.OperatorPage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import com.sun.net.httpserver.HttpExchange;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.payload.codec.PayloadCodecException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What Temporal's UI and command line ask to show encrypted payloads, at the operator's port: POST
 * {@code /codec/TOKEN/decode} and {@code /codec/TOKEN/encode}, payloads in and out as JSON
 * (github.com/temporalio/samples-go, codec-server/protocol.md).
 *
 * <p>The token is in the address because the UI can send nothing else without a sign-in of its own;
 * so whoever may open the UI may read, and nobody else (AUT-11). A page of another origin is
 * refused even with the token. Which businesses were read is logged.
 */
@Component
class CodecEndpoint implements OperatorPage {

  /** As much as one message to Temporal may hold. */
  static final int MOST_BYTES = 4 * 1024 * 1024;

  /** The UI asks once for each payload that it shows; a long history has a few hundred. */
  static final int MOST_A_MINUTE = 1_200;

  private static final Logger LOG = LoggerFactory.getLogger(CodecEndpoint.class);
  private static final String PATH = "/codec/";

  private final TenantCodec codec;
  private final byte @Nullable [] token;
  private final List<String> origins;
  private long minute; // guarded by this
  private int asked; // guarded by this

  CodecEndpoint(KeyRing keys, CodecProperties properties) {
    codec = new TenantCodec(() -> keys, properties.enabled());
    token = properties.token() == null ? null : bytes(properties.token());
    origins = properties.uiOrigins();
  }

  private record Answer(int status, String body) {
    static Answer refusal(int status, @Nullable String why) {
      return new Answer(status, Json.write(Map.of("message", String.valueOf(why))));
    }
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var answer = answer(exchange);
      var body = bytes(answer.body());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    var words = exchange.getRequestURI().getPath().substring(PATH.length()).split("/", -1);
    if (token == null || words.length != 2 || !MessageDigest.isEqual(bytes(words[0]), token)) {
      return Answer.refusal(404, "There is nothing here");
    }
    var origin = exchange.getRequestHeaders().getFirst("Origin");
    if (origin != null && !origins.contains(origin)) {
      return Answer.refusal(403, "Set duespark.codec.ui-origins to let pages of this origin read");
    }
    if (origin != null) {
      exchange.getResponseHeaders().set("Access-Control-Allow-Origin", origin);
      exchange.getResponseHeaders().set("Vary", "Origin");
    }
    if (exchange.getRequestMethod().equals("OPTIONS")) {
      exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "POST");
      exchange
          .getResponseHeaders()
          .set("Access-Control-Allow-Headers", "content-type, x-namespace, authorization");
      return new Answer(204, "");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return Answer.refusal(405, "POST");
    }
    if (!isFree()) {
      exchange.getResponseHeaders().set("Retry-After", "60");
      return Answer.refusal(429, "Too many requests; please wait");
    }
    var body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    return body.length > MOST_BYTES
        ? Answer.refusal(413, "At most 4 MB")
        : converted(words[1], new String(body, StandardCharsets.UTF_8));
  }

  private Answer converted(String what, String json) {
    try {
      var given = Payloads.newBuilder();
      JsonFormat.parser().merge(json, given);
      return switch (what) {
        case "decode" -> json(decoded(given.getPayloadsList()));
        case "encode" -> json(codec.encode(given.getPayloadsList()));
        default -> Answer.refusal(404, "There is nothing here");
      };
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      return Answer.refusal(400, "Not payloads in JSON");
    } catch (PayloadCodecException e) {
      return Answer.refusal(422, e.getMessage());
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("payloads cannot be decoded: {}", e.toString());
      return Answer.refusal(503, "The database does not answer; please try again");
    }
  }

  private List<Payload> decoded(List<Payload> payloads) {
    var read = codec.decode(payloads);
    var owners =
        payloads.stream()
            .filter(TenantCodec::isEncrypted)
            .map(payload -> TenantCodec.keyOf(payload).owner().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    if (!owners.isEmpty()) {
      LOG.info("an operator reads Temporal's payloads of {}", owners);
    }
    return read;
  }

  private static Answer json(List<Payload> payloads) throws InvalidProtocolBufferException {
    return new Answer(
        200,
        JsonFormat.printer()
            .omittingInsignificantWhitespace()
            .print(Payloads.newBuilder().addAllPayloads(payloads)));
  }

  private synchronized boolean isFree() {
    long now = TimeUnit.NANOSECONDS.toMinutes(System.nanoTime());
    if (now != minute) {
      minute = now;
      asked = 0;
    }
    asked++;
    return asked <= MOST_A_MINUTE;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

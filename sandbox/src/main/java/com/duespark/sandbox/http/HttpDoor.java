package com.duespark.sandbox.http;

import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The HTTP server: finds the handler by path and lets faults strike around it. */
public final class HttpDoor implements AutoCloseable {
  private record Route(String prefix, String provider, Handler handler) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Faults faults;
  private final List<Route> routes = new ArrayList<>();

  private HttpDoor(HttpServer server, Faults faults) {
    this.server = server;
    this.faults = faults;
  }

  /** Binds the port on the address; port 0 takes a free one. */
  public static HttpDoor bind(InetAddress address, int port, Faults faults) throws IOException {
    HttpDoor door =
        new HttpDoor(HttpServer.create(new InetSocketAddress(address, port), 128), faults);
    door.server.createContext("/", door::exchange);
    door.server.setExecutor(door.threads);
    return door;
  }

  /** Adds a handler; earlier routes win. */
  public HttpDoor route(String prefix, String provider, Handler handler) {
    routes.add(new Route(prefix, provider, handler));
    return this;
  }

  public void start() {
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try {
      Request request = read(exchange);
      Route route =
          routes.stream()
              .filter(r -> request.path().startsWith(r.prefix()))
              .findFirst()
              .orElse(null);
      Reply reply = route == null ? notFound(request) : answer(route, request);
      if (reply != null) {
        write(exchange, request, reply);
      }
    } finally {
      // Without sent headers this cuts the connection, which is what a dropped reply needs.
      exchange.close();
    }
  }

  private @Nullable Reply answer(Route route, Request request) {
    Fault fault = faults.strike(route.provider(), request.path(), request.body()).orElse(null);
    if (fault == null) {
      return safely(route.handler(), request);
    }
    return switch (fault.action()) {
      case STATUS -> status(fault);
      case DELAY -> safely(r -> route.handler().handleSlowly(r, fault.millis()), request);
      case DROP_BEFORE -> null;
      case DROP_AFTER -> {
        safely(route.handler(), request);
        yield null;
      }
      case DELAY_AFTER -> {
        Reply reply = safely(route.handler(), request);
        Faults.pause(fault.millis());
        yield reply;
      }
      case REPEAT_WEBHOOK, LOSE_WEBHOOK, HOLD_WEBHOOKS -> safely(route.handler(), request);
    };
  }

  private static Reply status(Fault fault) {
    String body = fault.body() == null ? "{}" : fault.body();
    Reply reply = Reply.of(fault.code(), "application/json", body);
    for (Map.Entry<String, String> header : fault.headers().entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply;
  }

  private static Reply safely(Handler handler, Request request) {
    try {
      return handler.handle(request);
    } catch (JsonParseException | IllegalStateException | IllegalArgumentException e) {
      return problem(400, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      e.printStackTrace(System.err);
      return problem(500, "The sandbox failed: " + e);
    }
  }

  private static Reply notFound(Request request) {
    return problem(404, "Nothing lives at " + request.method() + " " + request.path());
  }

  public static Reply problem(int status, String message) {
    JsonObject error = Json.object("message", message);
    return Reply.json(status, Json.object("error", error));
  }

  private static Request read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        Request.pairs(exchange.getRequestURI().getRawQuery()),
        headers,
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static void write(HttpExchange exchange, Request request, Reply reply)
      throws IOException {
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    boolean empty = reply.body().length == 0 || request.method().equals("HEAD");
    exchange.sendResponseHeaders(reply.status(), empty ? -1 : reply.body().length);
    if (!empty) {
      exchange.getResponseBody().write(reply.body());
    }
  }
}

package com.duespark.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An endpoint that keeps what it gets and refuses the first few if told so. */
final class WebhookReceiver implements AutoCloseable {
  record Received(String body, String signature) {}

  final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  final AtomicInteger refusals = new AtomicInteger();
  private final HttpServer server;

  WebhookReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  Received next() throws InterruptedException {
    Received next = received.poll(15, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("No webhook came within 15 seconds");
    }
    return next;
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
    boolean refuse = refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    exchange.sendResponseHeaders(refuse ? 500 : 200, -1);
    exchange.close();
    received.add(new Received(body, signature));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

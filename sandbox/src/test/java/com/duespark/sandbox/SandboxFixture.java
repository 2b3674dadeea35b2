package com.duespark.sandbox;

import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import com.stripe.StripeClient;
import com.stripe.param.checkout.SessionCreateParams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** A sandbox on free ports, with the requests the tests share. */
final class SandboxFixture implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Sandbox sandbox;

  SandboxFixture(Path data) throws IOException {
    this(new Settings(0, 0, data, ""));
  }

  private SandboxFixture(Settings settings) throws IOException {
    sandbox = Sandbox.start(settings);
  }

  /** One that tells what becomes of mails. */
  static SandboxFixture telling(Path data, String listener) throws IOException {
    String to = listener.replace("http://", "http://name:password@").replaceFirst("/hook$", "");
    return new SandboxFixture(new Settings(0, 0, data, "", to, InetAddress.getLoopbackAddress()));
  }

  String url() {
    return sandbox.publicUrl();
  }

  int httpPort() {
    return sandbox.httpPort();
  }

  int smtpPort() {
    return sandbox.smtpPort();
  }

  StripeClient stripe(String key) {
    return StripeClient.builder()
        .setApiKey(key)
        .setApiBase(url())
        .setConnectBase(url())
        .setMaxNetworkRetries(0)
        .build();
  }

  static SessionCreateParams session(long amount) {
    return SessionCreateParams.builder()
        .setMode(SessionCreateParams.Mode.PAYMENT)
        .setSuccessUrl("http://127.0.0.1/thanks?session={CHECKOUT_SESSION_ID}")
        .setCancelUrl("http://127.0.0.1/back")
        .setCustomerEmail("payer@example.com")
        .putMetadata("invoice", "inv_1")
        .setPaymentIntentData(
            SessionCreateParams.PaymentIntentData.builder().putMetadata("attempt", "att_1").build())
        .addLineItem(
            SessionCreateParams.LineItem.builder()
                .setQuantity(1L)
                .setPriceData(
                    SessionCreateParams.LineItem.PriceData.builder()
                        .setCurrency("usd")
                        .setUnitAmount(amount)
                        .setProductData(
                            SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                .setName("Invoice <1001>")
                                .build())
                        .build())
                .build())
        .build();
  }

  JsonObject post(String path, JsonObject body) {
    return Json.parseObject(send("POST", path, "application/json", Json.write(body)).body());
  }

  void fault(Object... namesAndValues) {
    post("/sandbox/faults", Json.object(namesAndValues));
  }

  JsonObject get(String path) {
    return Json.parseObject(send("GET", path, "application/json", "").body());
  }

  HttpResponse<String> send(String method, String path, String type, String body) {
    HttpRequest.BodyPublisher publisher =
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .header("Content-Type", type)
            .header("X-Postmark-Server-Token", "token")
            .method(method, publisher)
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    sandbox.close();
    client.shutdownNow();
  }
}

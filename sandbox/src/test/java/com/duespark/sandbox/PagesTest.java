package com.duespark.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.sandbox.log.Json;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private final SandboxFixture sandbox;

  PagesTest(@TempDir Path data) throws IOException {
    sandbox = new SandboxFixture(data);
  }

  @AfterEach
  void stop() throws IOException {
    sandbox.close();
  }

  @Test
  void paysOnTheCheckoutPageAndReturnsToTheShop() throws StripeException {
    Session session = open();

    HttpResponse<String> page = get("/checkout/" + session.getId());
    assertThat(page.body())
        .contains("Sandbox payment page, no real money", "USD 1,234.50", "Invoice &lt;1001&gt;")
        .contains("4242 4242 4242 4242")
        .doesNotContain("<script");
    HttpResponse<String> paid = submit(session, "card=4242+4242+4242+4242&outcome=pay");
    assertThat(paid.statusCode()).isEqualTo(303);
    assertThat(paid.headers().firstValue("Location"))
        .contains("http://127.0.0.1/thanks?session=" + session.getId());
    assertThat(get("/checkout/" + session.getId()).body()).contains("Already paid");
    assertThat(submit(session, "outcome=pay").body()).contains("Already paid");
  }

  @Test
  void staysOpenWhenDeclinedOrCancelled() throws StripeException {
    Session session = open();

    assertThat(submit(session, "outcome=decline").body()).contains("Your card was declined");
    assertThat(submit(session, "outcome=pay&card=4000000000009995").body())
        .contains("insufficient funds");
    HttpResponse<String> cancelled = submit(session, "outcome=cancel");
    assertThat(cancelled.headers().firstValue("Location")).contains("http://127.0.0.1/back");
    Session now =
        sandbox.stripe("sk_test_one").v1().checkout().sessions().retrieve(session.getId());
    assertThat(now.getStatus()).isEqualTo("open");
    assertThat(now.getPaymentIntent()).isNull();
  }

  @Test
  void saysThatASessionHasExpired() throws StripeException {
    Session session = open();
    sandbox.stripe("sk_test_one").v1().checkout().sessions().expire(session.getId());

    HttpResponse<String> page = get("/checkout/" + session.getId());

    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("This page has expired");
    assertThat(get("/checkout/cs_test_none").statusCode()).isEqualTo(404);
  }

  @Test
  void showsTheOutboxByTenantWithTheMailShutInAFrame() {
    assertThat(get("/outbox").body()).contains("No mail yet");
    sandbox.send(
        "POST",
        "/email",
        "application/json",
        """
        {"From":"o@example.com","To":"jane@example.com","Subject":"<Due>","HtmlBody":"<b>Hi</b>",
         "Metadata":{"tenant_id":"t1"}}""");

    assertThat(get("/").body()).contains("1 mails accepted");
    assertThat(get("/outbox?tenant=t2").body()).contains("No mail yet");
    assertThat(get("/outbox?tenant=t1").body()).contains("&lt;Due&gt;");
    String id =
        Json.text(
            sandbox.get("/sandbox/mails").getAsJsonArray("data").get(0).getAsJsonObject(), "id");
    assertThat(get("/outbox/" + id).body()).contains("<iframe sandbox=", "/outbox/" + id + "/html");
    HttpResponse<String> html = get("/outbox/" + id + "/html");
    assertThat(html.body()).isEqualTo("<b>Hi</b>");
    assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("sandbox");
  }

  private Session open() throws StripeException {
    return sandbox
        .stripe("sk_test_one")
        .v1()
        .checkout()
        .sessions()
        .create(SandboxFixture.session(123_450));
  }

  private HttpResponse<String> submit(Session session, String form) {
    return sandbox.send("POST", "/checkout/" + session.getId() + "/pay", FORM, form);
  }

  private HttpResponse<String> get(String path) {
    return sandbox.send("GET", path, FORM, "");
  }
}

package com.duespark.sandbox;

import com.duespark.sandbox.clerk.ClerkDesk;
import com.duespark.sandbox.control.ControlApi;
import com.duespark.sandbox.control.StripeControl;
import com.duespark.sandbox.http.Faults;
import com.duespark.sandbox.http.Handler;
import com.duespark.sandbox.http.HttpDoor;
import com.duespark.sandbox.log.FactLog;
import com.duespark.sandbox.log.Json;
import com.duespark.sandbox.mail.MailWebhooks;
import com.duespark.sandbox.mail.Outbox;
import com.duespark.sandbox.mail.Sns;
import com.duespark.sandbox.pages.CheckoutPages;
import com.duespark.sandbox.pages.OutboxPages;
import com.duespark.sandbox.postmark.PostmarkApi;
import com.duespark.sandbox.ses.SesApi;
import com.duespark.sandbox.smtp.SmtpInbox;
import com.duespark.sandbox.stripe.StripeApi;
import com.duespark.sandbox.stripe.StripeDesk;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.BindException;

/** A running sandbox: the log, the desks and the two doors. */
public final class Sandbox implements AutoCloseable {
  private final HttpDoor door;
  private final SmtpInbox inbox;
  private final StripeDesk desk;
  private final MailWebhooks mailWebhooks;
  private final ClerkDesk clerk;
  private final FactLog log;
  private final String publicUrl;

  private Sandbox(
      HttpDoor door,
      SmtpInbox inbox,
      StripeDesk desk,
      MailWebhooks mailWebhooks,
      ClerkDesk clerk,
      FactLog log,
      String publicUrl) {
    this.door = door;
    this.inbox = inbox;
    this.desk = desk;
    this.mailWebhooks = mailWebhooks;
    this.clerk = clerk;
    this.log = log;
    this.publicUrl = publicUrl;
  }

  /** Binds both ports, rebuilds the state and serves. Throws PortTaken when a port is in use. */
  public static Sandbox start(Settings settings) throws IOException {
    Faults faults = new Faults();
    HttpDoor door = bind(settings, faults);
    FactLog log = FactLog.open(settings.data());
    Outbox outbox = new Outbox(log);
    SmtpInbox inbox;
    try {
      inbox = SmtpInbox.start(settings.address(), settings.smtpPort(), outbox, faults);
    } catch (RuntimeException e) {
      door.close();
      log.close();
      throw new PortTaken("--smtp-port", settings.smtpPort(), e);
    }
    String publicUrl =
        settings.publicUrl().isEmpty() ? "http://127.0.0.1:" + door.port() : settings.publicUrl();
    StripeDesk desk = new StripeDesk(log, faults, publicUrl);
    JsonObject addresses =
        Json.object("http_port", door.port(), "smtp_port", inbox.port(), "public_url", publicUrl);
    Sns sns = new Sns(publicUrl, log);
    MailWebhooks mailWebhooks = new MailWebhooks(settings.mailWebhooks(), outbox, log, faults, sns);
    ClerkDesk clerk = new ClerkDesk(publicUrl, log);
    ControlApi control =
        new ControlApi(
            log, faults, outbox, mailWebhooks, new StripeControl(desk), clerk, addresses);
    Handler postmark = new PostmarkApi(outbox);
    OutboxPages outboxPages = new OutboxPages(outbox, mailWebhooks, addresses);
    door.route("/v1/", "stripe", new StripeApi(desk))
        .route("/email", "postmark", postmark)
        .route("/messages/outbound", "postmark", postmark)
        .route("/server", "postmark", postmark)
        .route("/v2/email/", "ses", new SesApi(outbox))
        .route("/sns/", "sns", sns)
        .route("/.well-known/", "clerk", clerk)
        .route("/sandbox/", "control", control)
        .route("/checkout/", "pages", new CheckoutPages(desk))
        .route("/", "pages", outboxPages);
    door.start();
    desk.resume();
    return new Sandbox(door, inbox, desk, mailWebhooks, clerk, log, publicUrl);
  }

  public int httpPort() {
    return door.port();
  }

  public int smtpPort() {
    return inbox.port();
  }

  public String publicUrl() {
    return publicUrl;
  }

  @Override
  public void close() throws IOException {
    door.close();
    inbox.close();
    desk.close();
    mailWebhooks.close();
    clerk.close();
    log.close();
  }

  private static HttpDoor bind(Settings settings, Faults faults) throws IOException {
    try {
      return HttpDoor.bind(settings.address(), settings.httpPort(), faults);
    } catch (BindException e) {
      throw new PortTaken("--http-port", settings.httpPort(), e);
    }
  }

  /** A port cannot be had; the message says which and what to do. */
  public static final class PortTaken extends IOException {
    PortTaken(String argument, int port, Exception cause) {
      super(
          "Port " + port + " is taken. Free it or choose another with " + argument + "=PORT.",
          cause);
    }
  }
}

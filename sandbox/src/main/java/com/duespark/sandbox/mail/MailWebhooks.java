package com.duespark.sandbox.mail;

import com.duespark.sandbox.http.Fault;
import com.duespark.sandbox.http.Faults;
import com.duespark.sandbox.log.FactLog;
import com.duespark.sandbox.log.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells what becomes of mails, as Postmark and Amazon SES would. By itself it tells that a mail was
 * delivered; the rest on order, as often and in whatever order is asked for.
 */
public final class MailWebhooks implements AutoCloseable {
  private static final int MOST_COPIES = 100;
  private static final int NO_ANSWER = 0;

  /** Seconds between attempts; the event is given up after the last. */
  private static final List<Integer> GAPS = List.of(1, 2, 5, 10, 30, 60);

  private final URI target;
  private final FactLog log;
  private final Faults faults;
  private final Sns sns;
  private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * Tells whoever is at the address.
   *
   * @param target {@code http://name:password@host:port}; nobody is told when empty
   */
  public MailWebhooks(String target, Outbox outbox, FactLog log, Faults faults, Sns sns) {
    this.target = URI.create(target);
    this.log = log;
    this.faults = faults;
    this.sns = sns;
    if (!target.isEmpty()) {
      outbox.onAccepted(mail -> threads.execute(() -> tellByItself(mail)));
    }
  }

  /**
   * Tells of each event as often as asked, one after the other.
   *
   * @return the status of each answer; 0 for none
   */
  public List<Integer> tell(Mail mail, List<MailEvent.Kind> kinds, int times) {
    if (target.getHost() == null) {
      throw new IllegalArgumentException("Nobody is told: start with --mail-webhooks");
    }
    if (times < 1 || times > MOST_COPIES) {
      throw new IllegalArgumentException("times is 1 to " + MOST_COPIES);
    }
    List<Integer> answers = new ArrayList<>();
    for (MailEvent.Kind kind : kinds) {
      Told told = told(mail, kind);
      for (int i = 0; i < times; i++) {
        answers.add(send(told));
      }
    }
    return answers;
  }

  /** Whether anybody hears of this mail. */
  public boolean tellsOf(Mail mail) {
    return target.getHost() != null && !mail.provider().equals("smtp");
  }

  /** SNS asks whether the subscription is wanted; answers the status. */
  public int askToConfirm() {
    return send(new Told("/v1/webhooks/ses", Json.write(sns.confirmation()), "confirmation"));
  }

  private record Told(String path, String body, String kind) {}

  private Told told(Mail mail, MailEvent.Kind kind) {
    MailEvent event = new MailEvent(kind, mail, numbers.incrementAndGet(), Instant.now());
    return switch (mail.provider()) {
      case "postmark" ->
          new Told("/v1/webhooks/postmark", Json.write(PostmarkEvents.body(event)), kind.word());
      case "ses" ->
          new Told(
              "/v1/webhooks/ses",
              Json.write(sns.notification(UUID.randomUUID().toString(), SesEvents.body(event))),
              kind.word());
      default -> throw new IllegalArgumentException("A plain mail server tells nothing");
    };
  }

  private void tellByItself(Mail mail) {
    try {
      switch (mail.provider()) {
        case "postmark" -> untilTaken(mail, MailEvent.Kind.DELIVERED);
        case "ses" -> {
          untilTaken(mail, MailEvent.Kind.SENT);
          untilTaken(mail, MailEvent.Kind.DELIVERED);
        }
        default -> {}
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void untilTaken(Mail mail, MailEvent.Kind kind) throws InterruptedException {
    Fault fault = faults.strike("webhooks", "mail." + kind.word(), "").orElse(null);
    if (fault != null && fault.action() == Fault.Action.LOSE_WEBHOOK) {
      return;
    }
    int copies = fault != null && fault.action() == Fault.Action.REPEAT_WEBHOOK ? fault.n() : 0;
    Told told = told(mail, kind);
    for (int gap : GAPS) {
      if (send(told) / 100 == 2) {
        for (int copy = 0; copy < copies; copy++) {
          send(told);
        }
        return;
      }
      Thread.sleep(Duration.ofSeconds(gap));
    }
  }

  private int send(Told told) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(target.getScheme() + "://" + target.getHost() + ":" + target.getPort())
                    .resolve(told.path()))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(told.body()));
    if (target.getUserInfo() != null && told.path().endsWith("postmark")) {
      byte[] pair = target.getUserInfo().getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
    int status;
    try {
      status = client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      status = NO_ANSWER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      status = NO_ANSWER;
    }
    log.append("webhooks", "mail." + told.kind(), Json.object("status", status));
    return status;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    client.shutdownNow();
  }
}

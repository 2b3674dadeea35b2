package com.duespark.sandbox.control;

import com.duespark.sandbox.clerk.ClerkDesk;
import com.duespark.sandbox.http.Faults;
import com.duespark.sandbox.http.Handler;
import com.duespark.sandbox.http.HttpDoor;
import com.duespark.sandbox.http.Reply;
import com.duespark.sandbox.http.Request;
import com.duespark.sandbox.log.Fact;
import com.duespark.sandbox.log.FactLog;
import com.duespark.sandbox.log.Json;
import com.duespark.sandbox.mail.Mail;
import com.duespark.sandbox.mail.MailEvent;
import com.duespark.sandbox.mail.MailWebhooks;
import com.duespark.sandbox.mail.Outbox;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JSON API under {@code /sandbox}: faults, log, mails, and what payers and banks do. */
public final class ControlApi implements Handler {
  private static final String METADATA = "metadata_";

  private final FactLog log;
  private final Faults faults;
  private final Outbox outbox;
  private final MailWebhooks mailWebhooks;
  private final StripeControl stripe;
  private final ClerkDesk clerk;
  private final JsonObject addresses;

  public ControlApi(
      FactLog log,
      Faults faults,
      Outbox outbox,
      MailWebhooks mailWebhooks,
      StripeControl stripe,
      ClerkDesk clerk,
      JsonObject addresses) {
    this.log = log;
    this.faults = faults;
    this.outbox = outbox;
    this.mailWebhooks = mailWebhooks;
    this.stripe = stripe;
    this.clerk = clerk;
    this.addresses = addresses;
  }

  @Override
  public Reply handle(Request request) {
    List<String> parts = request.parts();
    String area = parts.size() > 1 ? parts.get(1) : "";
    if (area.equals("stripe")) {
      return stripe.handle(request);
    }
    if (area.equals("clerk")) {
      return clerk.order(request);
    }
    if (area.equals("mails") && parts.size() > 2) {
      return mail(parts, request);
    }
    return switch (request.method() + " " + area) {
      case "GET health" -> Reply.json(200, health());
      case "POST faults" -> Reply.json(201, faults.order(request.json()));
      case "GET faults" -> Reply.json(200, list(faults.list()));
      case "DELETE faults" -> {
        faults.clear();
        yield Reply.json(200, Json.object("cleared", true));
      }
      case "POST sns" -> Reply.json(200, Json.object("status", mailWebhooks.askToConfirm()));
      case "GET log" -> Reply.json(200, list(facts(request)));
      case "GET mails" -> Reply.json(200, list(mails(request)));
      case "POST reset" -> {
        faults.clear();
        log.append("sandbox", FactLog.RESET, new JsonObject());
        yield Reply.json(200, Json.object("reset", true));
      }
      default -> HttpDoor.problem(404, "No control at " + request.method() + " " + request.path());
    };
  }

  private JsonObject health() {
    JsonObject health = addresses.deepCopy();
    health.addProperty("status", "ok");
    return health;
  }

  private static JsonObject list(List<JsonObject> data) {
    return Json.object("data", Json.array(data));
  }

  private List<JsonObject> facts(Request request) {
    String provider = request.query("provider");
    String kind = request.query("kind");
    return log.facts().stream()
        .filter(f -> provider == null || f.provider().equals(provider))
        .filter(f -> kind == null || f.kind().equals(kind))
        .map(Fact::toJson)
        .toList();
  }

  private List<JsonObject> mails(Request request) {
    String to = request.query("to");
    String subject = request.query("subject", "").toLowerCase(Locale.ROOT);
    List<Request.Pair> metadata =
        request.query().stream().filter(p -> p.name().startsWith(METADATA)).toList();
    return outbox.all().stream()
        .filter(m -> to == null || m.isTo(to))
        .filter(m -> m.subject().toLowerCase(Locale.ROOT).contains(subject))
        .filter(m -> metadata.stream().allMatch(p -> hasMetadata(m, p)))
        .map(Mail::summary)
        .toList();
  }

  private static boolean hasMetadata(Mail mail, Request.Pair wanted) {
    String name = wanted.name().substring(METADATA.length());
    for (Map.Entry<String, String> entry : mail.metadata().entrySet()) {
      if (entry.getKey().equalsIgnoreCase(name) && entry.getValue().equals(wanted.value())) {
        return true;
      }
    }
    return false;
  }

  private Reply mail(List<String> parts, Request request) {
    Mail mail = outbox.find(parts.get(2)).orElse(null);
    if (mail == null) {
      return HttpDoor.problem(404, "No mail " + parts.get(2));
    }
    if (request.method().equals("POST") && parts.size() == 4 && parts.get(3).equals("events")) {
      return events(mail, request.json());
    }
    return parts.size() > 4
        ? AttachmentReply.of(mail, parts.get(4))
        : Reply.json(200, mail.summary());
  }

  /** {@code {"events": ["opened", "delivered"], "times": 2}}: told in this order, each so often. */
  private Reply events(Mail mail, JsonObject order) {
    List<MailEvent.Kind> kinds =
        Json.texts(order, "events").stream().map(MailEvent.Kind::of).toList();
    List<Integer> statuses = mailWebhooks.tell(mail, kinds, (int) Json.number(order, "times", 1));
    return Reply.json(200, Json.object("statuses", statuses));
  }
}

package com.duespark.sandbox.pages;

import com.duespark.sandbox.control.AttachmentReply;
import com.duespark.sandbox.http.Handler;
import com.duespark.sandbox.http.HttpDoor;
import com.duespark.sandbox.http.Reply;
import com.duespark.sandbox.http.Request;
import com.duespark.sandbox.log.Json;
import com.duespark.sandbox.mail.Mail;
import com.duespark.sandbox.mail.MailEvent;
import com.duespark.sandbox.mail.MailWebhooks;
import com.duespark.sandbox.mail.Outbox;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The index and the outbox for people. */
public final class OutboxPages implements Handler {
  private static final int MOST_SHOWN = 500;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Outbox outbox;
  private final MailWebhooks webhooks;
  private final JsonObject addresses;
  private final Templates templates = new Templates();

  public OutboxPages(Outbox outbox, MailWebhooks webhooks, JsonObject addresses) {
    this.outbox = outbox;
    this.webhooks = webhooks;
    this.addresses = addresses;
  }

  @Override
  public Reply handle(Request request) {
    List<String> parts = request.parts();
    if (request.path().equals("/")) {
      return index();
    }
    if (!parts.getFirst().equals("outbox")) {
      return templates.page(404, "checkout-message", notFound());
    }
    if (parts.size() == 1) {
      return list(request.query("tenant", ""));
    }
    Mail mail = outbox.find(parts.get(1)).orElse(null);
    if (mail == null) {
      return templates.page(404, "checkout-message", notFound());
    }
    String part = parts.size() > 2 ? parts.get(2) : "";
    if (request.method().equals("POST") && part.equals("events")) {
      return tell(mail, request);
    }
    return switch (part) {
      case "" -> show(mail);
      case "html" -> html(mail);
      case "attachments" -> AttachmentReply.of(mail, parts.size() > 3 ? parts.get(3) : "");
      default -> HttpDoor.problem(404, "No such part of the mail");
    };
  }

  /** Somebody opens it, or it comes back: the provider tells, then the page is shown again. */
  private Reply tell(Mail mail, Request request) {
    List<MailEvent.Kind> kinds =
        request.form().stream()
            .filter(field -> field.name().equals("event"))
            .map(field -> MailEvent.Kind.of(field.value()))
            .toList();
    webhooks.tell(mail, kinds, 1);
    return Reply.seeOther("/outbox/" + mail.id());
  }

  private static Map<String, Object> notFound() {
    return Map.of(
        "title",
        "Nothing here",
        "text",
        "The sandbox has no such page.",
        "hasLink",
        true,
        "link",
        "/");
  }

  private Reply index() {
    Map<String, Object> model = new HashMap<>();
    model.put("title", "Sandbox");
    model.put("mails", outbox.all().size());
    model.put("url", Json.text(addresses, "public_url", ""));
    model.put("smtpPort", Json.text(addresses, "smtp_port", ""));
    return templates.page(200, "index", model);
  }

  private Reply list(String tenant) {
    List<String> tenants =
        outbox.all().stream()
            .map(Mail::tenant)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    List<Map<String, Object>> rows =
        outbox.all().reversed().stream()
            .filter(m -> tenant.isEmpty() || tenant.equals(m.tenant()))
            .limit(MOST_SHOWN)
            .map(OutboxPages::row)
            .toList();
    List<Map<String, Object>> filters = new ArrayList<>();
    for (String name : tenants) {
      filters.add(
          Map.of(
              "name",
              name,
              "link",
              "/outbox?tenant=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
              "current",
              name.equals(tenant)));
    }
    Map<String, Object> model = new HashMap<>();
    model.put("title", "Outbox");
    model.put("rows", rows);
    model.put("hasRows", !rows.isEmpty());
    model.put("count", rows.size());
    model.put("tenants", filters);
    model.put("hasTenants", !filters.isEmpty());
    model.put("everyone", tenant.isEmpty());
    return templates.page(200, "outbox", model);
  }

  private static Map<String, Object> row(Mail mail) {
    Map<String, Object> row = new HashMap<>();
    row.put("link", "/outbox/" + mail.id());
    row.put("subject", mail.subject().isBlank() ? "(no subject)" : mail.subject());
    row.put("to", String.join(", ", mail.recipients()));
    row.put("from", mail.from());
    row.put("provider", provider(mail));
    row.put("when", WHEN.format(Instant.parse(mail.at())) + " UTC");
    row.put("files", mail.attachments().size());
    row.put("hasFiles", !mail.attachments().isEmpty());
    return row;
  }

  private static String provider(Mail mail) {
    return switch (mail.provider()) {
      case "smtp" -> "SMTP";
      case "ses" -> "Amazon SES";
      default -> "Postmark";
    };
  }

  private Reply show(Mail mail) {
    Map<String, Object> model = row(mail);
    List<Map<String, Object>> files = new ArrayList<>();
    for (int i = 0; i < mail.attachments().size(); i++) {
      Mail.Attachment file = mail.attachments().get(i);
      files.add(
          Map.of(
              "link", "/outbox/" + mail.id() + "/attachments/" + i,
              "name", file.name(),
              "about", file.type() + ", " + (file.size() + 1023) / 1024 + " kB"));
    }
    model.put("title", model.get("subject"));
    model.put("attachments", files);
    model.put("tells", webhooks.tellsOf(mail));
    model.put("eventsLink", "/outbox/" + mail.id() + "/events");
    model.put("hasHtml", mail.html() != null && !mail.html().isEmpty());
    model.put("htmlLink", "/outbox/" + mail.id() + "/html");
    model.put("hasText", mail.text() != null && !mail.text().isEmpty());
    model.put("text", mail.text() == null ? "" : mail.text());
    model.put("metadata", pairs(mail.metadata()));
    model.put("headers", pairs(mail.headers()));
    return templates.page(200, "mail", model);
  }

  private static List<Map<String, String>> pairs(Map<String, String> map) {
    return map.entrySet().stream()
        .map(e -> Map.of("name", e.getKey(), "value", e.getValue()))
        .toList();
  }

  /** The mail's own HTML, with scripts, forms and the outside world shut off. */
  private static Reply html(Mail mail) {
    String html = mail.html();
    return Reply.html(200, html == null ? "" : html)
        .with(
            "Content-Security-Policy",
            "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  }
}

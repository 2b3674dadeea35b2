package com.duespark.sandbox.ses;

import com.duespark.sandbox.http.Handler;
import com.duespark.sandbox.http.Reply;
import com.duespark.sandbox.http.Request;
import com.duespark.sandbox.log.Json;
import com.duespark.sandbox.mail.Addresses;
import com.duespark.sandbox.mail.FromMime;
import com.duespark.sandbox.mail.Mail;
import com.duespark.sandbox.mail.Outbox;
import com.google.gson.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** SES's {@code SendEmail}, for raw mails. Any key will do, but the request is signed. */
public final class SesApi implements Handler {
  private static final Pattern SIGNED =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=[^/,]+/\\d{8}/[^/,]+/ses/aws4_request, "
              + "SignedHeaders=[^,]*host[^,]*, Signature=[0-9a-f]{64}");
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,256}");
  private static final int MOST_RECIPIENTS = 50;
  private static final int LARGEST_MESSAGE = 40 * 1024 * 1024;

  private final Outbox outbox;

  public SesApi(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Reply handle(Request request) {
    try {
      checkSignature(request);
      String route = request.method() + " " + String.join("/", request.parts());
      return switch (route) {
        case "POST v2/email/outbound-emails" ->
            Reply.json(200, Json.object("MessageId", send(request.json())));
        default -> new SesError(404, "NotFoundException", "The sandbox knows no " + route).reply();
      };
    } catch (SesError refused) {
      return refused.reply();
    }
  }

  private static void checkSignature(Request request) {
    String given = request.header("authorization");
    if (given == null || request.header("x-amz-date") == null) {
      throw new SesError(
          403, "MissingAuthenticationTokenException", "Missing Authentication Token");
    }
    if (!SIGNED.matcher(given).matches()) {
      throw new SesError(
          403, "IncompleteSignatureException", "Authorization is no signature of service ses");
    }
  }

  private String send(JsonObject message) {
    JsonObject content = Json.child(message, "Content");
    String raw = Json.text(Json.child(content, "Raw"), "Data");
    if (raw == null) {
      throw SesError.badRequest("The sandbox takes raw mails only: Content.Raw.Data is missing");
    }
    List<String> to = Json.texts(Json.child(message, "Destination"), "ToAddresses");
    checkRecipients(to);
    Mail mail = mail(message, to, raw);
    outbox.accept(mail);
    return mail.id();
  }

  private static Mail mail(JsonObject message, List<String> to, String raw) {
    byte[] mime = Base64.getDecoder().decode(raw);
    if (mime.length > LARGEST_MESSAGE) {
      throw SesError.badRequest("The message is larger than 40 MB");
    }
    try {
      return FromMime.mail("ses", Json.text(message, "FromEmailAddress", ""), to, mime)
          .tagged(tags(message), Json.text(message, "ConfigurationSetName", ""));
    } catch (IllegalArgumentException unreadable) {
      throw SesError.badRequest(String.valueOf(unreadable.getMessage()));
    }
  }

  private static void checkRecipients(List<String> to) {
    if (to.isEmpty() || to.size() > MOST_RECIPIENTS) {
      throw SesError.badRequest("A message has 1 to 50 recipients");
    }
    for (String address : to) {
      if (inactive(address)) {
        throw new SesError(400, "MessageRejected", "Address is on the suppression list");
      }
    }
  }

  private static boolean inactive(String address) {
    try {
      return Addresses.isInactive(address);
    } catch (IllegalArgumentException e) {
      throw SesError.badRequest("Illegal address");
    }
  }

  private static Map<String, String> tags(JsonObject message) {
    Map<String, String> tags = new TreeMap<>();
    for (JsonObject tag : Json.children(message, "EmailTags")) {
      String name = Json.text(tag, "Name", "");
      String value = Json.text(tag, "Value", "");
      if (!TAG.matcher(name).matches() || !TAG.matcher(value).matches()) {
        throw SesError.badRequest("Tags have letters, digits, _ and - only");
      }
      tags.put(name, value);
    }
    return tags;
  }
}

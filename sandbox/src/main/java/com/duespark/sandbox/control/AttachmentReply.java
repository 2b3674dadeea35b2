package com.duespark.sandbox.control;

import com.duespark.sandbox.http.HttpDoor;
import com.duespark.sandbox.http.Reply;
import com.duespark.sandbox.mail.Mail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An attachment as a file to download; numbered from 0. */
public final class AttachmentReply {
  private AttachmentReply() {}

  public static Reply of(Mail mail, String number) {
    if (!number.matches("\\d{1,4}") || Integer.parseInt(number) >= mail.attachments().size()) {
      return HttpDoor.problem(404, "The mail has no attachment " + number + "; the first is 0.");
    }
    Mail.Attachment file = mail.attachments().get(Integer.parseInt(number));
    String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    String type =
        file.type().matches("[\\w.+-]+/[\\w.+-]+") ? file.type() : "application/octet-stream";
    return Reply.bytes(200, type, Base64.getMimeDecoder().decode(file.content()))
        .with("Content-Disposition", "attachment; filename*=UTF-8''" + name)
        .with("X-Content-Type-Options", "nosniff");
  }
}

package com.duespark.api.invoices;

import com.duespark.documents.mail.Mail;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is only shown.
 *
 * @param to empty when the contact has no address
 * @param html a whole page; show it in a sandboxed frame
 */
@Schema(name = "MailPreview")
public record MailPreview(
    List<String> to, String subject, String html, String text, @Nullable Attached attachment) {

  /** A file that goes along. */
  @Schema(name = "AttachedFile")
  public record Attached(String name) {}

  static MailPreview of(@Nullable String to, Mail mail, @Nullable Attached attachment) {
    return new MailPreview(
        to == null ? List.of() : List.of(to), mail.subject(), mail.html(), mail.text(), attachment);
  }
}

package com.duespark.api.invoices;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.deliveries.Resolution;
import com.duespark.domain.invoices.InvoiceCommand.Send;
import com.duespark.domain.shared.Refused;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What callers write when they ask an invoice to do something. */
final class CommandBodies {

  private CommandBodies() {}

  /** Addresses that replace the contact's for this send (API-50). */
  @Schema(name = "Recipients")
  record Recipients(@Nullable @Size(max = 20) List<@Email @Size(max = 254) String> email) {}

  /**
   * Send it (EP-083).
   *
   * @param channel one channel; {@code BOTH} means EMAIL and SMS
   * @param channels several; EMAIL when neither is given
   * @param customMessage another name of {@code message}
   * @param scheduleSend a moment in the future: then this schedules
   * @param resend send again although it was sent
   */
  @Schema(name = "SendInvoice")
  record SendBody(
      @Nullable @Size(max = 20) String channel,
      @Nullable @Size(max = 3) List<Channel> channels,
      @Nullable @Valid Recipients recipients,
      @Nullable @Size(max = 10_000) String message,
      @Nullable @Size(max = 10_000) String customMessage,
      @Nullable Boolean includePdf,
      @Nullable Instant scheduleSend,
      @Nullable Boolean resend) {

    static final SendBody DEFAULT = new SendBody(null, null, null, null, null, null, null, null);

    Send read() {
      return new Send(
          wanted(),
          recipients == null || recipients.email() == null
              ? List.of()
              : recipients.email().stream().map(email -> email.toLowerCase(Locale.ROOT)).toList(),
          message == null ? customMessage : message,
          includePdf == null || includePdf,
          resend != null && resend);
    }

    private List<Channel> wanted() {
      if (channels != null && !channels.isEmpty()) {
        return channels.stream().distinct().toList();
      }
      if (channel == null) {
        return List.of(Channel.EMAIL);
      }
      if (channel.equalsIgnoreCase("BOTH")) {
        return List.of(Channel.EMAIL, Channel.SMS);
      }
      return Stream.of(Channel.values())
          .filter(known -> known.name().equalsIgnoreCase(channel))
          .findFirst()
          .map(List::of)
          .orElseThrow(
              () -> Refused.invalid("channel", "FORMAT", "Use EMAIL, SMS, WHATSAPP or BOTH"));
    }
  }

  /**
   * Send it later (EP-084).
   *
   * @param sendAt also accepted as {@code schedule_send}
   */
  @Schema(name = "ScheduleInvoice")
  record ScheduleBody(
      @Nullable Instant sendAt, @Nullable Instant scheduleSend, @Nullable @Valid SendBody send) {

    Instant at() {
      var at = sendAt == null ? scheduleSend : sendAt;
      if (at == null) {
        throw Refused.invalid("send_at", "REQUIRED", "Say when to send");
      }
      return at;
    }

    Send content() {
      return (send == null ? SendBody.DEFAULT : send).read();
    }
  }

  /** Why an invoice is voided or written off. */
  @Schema(name = "Reason")
  record ReasonBody(@NotBlank @Size(max = 1_000) String reason) {}

  /** What became of a message (EP-114). */
  @Schema(name = "ResolveDelivery")
  record ResolveBody(@NotNull Resolution outcome) {}
}

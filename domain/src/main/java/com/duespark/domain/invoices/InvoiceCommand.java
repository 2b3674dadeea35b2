package com.duespark.domain.invoices;

import com.duespark.domain.commands.CommandBody;
import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.deliveries.Resolution;
import com.duespark.domain.payments.PaymentProvider;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be asked of an invoice once it leaves the desk. Stored as JSON; add fields,
 * never rename.
 */
public sealed interface InvoiceCommand extends CommandBody {

  /**
   * Send it now (EP-083).
   *
   * @param emails addresses that replace the contact's; empty = the contact's
   * @param message a personal word that replaces the default one
   * @param resend send again although it was sent before
   */
  record Send(
      List<Channel> channels,
      List<String> emails,
      @Nullable String message,
      boolean includePdf,
      boolean resend)
      implements InvoiceCommand {}

  /** Send it at a moment in the future, or move that moment (EP-084). */
  record Schedule(Instant at, Send send) implements InvoiceCommand {}

  record Unschedule() implements InvoiceCommand {}

  /** It reached the customer some other way (EP-085). */
  record MarkSent() implements InvoiceCommand {}

  /**
   * Change an issued invoice (INV-21).
   *
   * @param content the whole new content; null changes only the fields below
   * @param dueDate a later due date of a sent invoice
   * @param internalNote null leaves it alone
   * @param ifVersion the version the author looked at; null = whatever is current
   */
  record Amend(
      @Nullable InvoiceContent content,
      @Nullable LocalDate dueDate,
      @Nullable String internalNote,
      @Nullable Integer ifVersion)
      implements InvoiceCommand {}

  record VoidInvoice(String reason) implements InvoiceCommand {}

  record WriteOff(String reason) implements InvoiceCommand {}

  /**
   * Money came in outside the providers (PAY-10).
   *
   * @param amountMinor above zero, in the invoice's currency
   * @param paidAt null = now, in the tenant's time
   */
  record RecordPayment(
      PaymentProvider provider,
      long amountMinor,
      String currency,
      @Nullable Instant paidAt,
      @Nullable String methodLabel,
      @Nullable String note,
      boolean allowOverpayment)
      implements InvoiceCommand {}

  /** A payer wants to pay the balance by card (EP-201), coming through this link. */
  record Checkout(UUID portalTokenId) implements InvoiceCommand {}

  /**
   * What became of a delivery whose outcome could not be found (EP-114).
   *
   * @param messageId the provider's name for it when the provider says so; null = a person says so
   */
  record ResolveDelivery(UUID deliveryId, Resolution resolution, @Nullable String messageId)
      implements InvoiceCommand {

    public ResolveDelivery(UUID deliveryId, Resolution resolution) {
      this(deliveryId, resolution, null);
    }
  }
}

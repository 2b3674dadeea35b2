package com.duespark.api.invoices;

import com.duespark.api.invoices.LineBody.DiscountBody;
import com.duespark.api.shared.Versioned;
import com.duespark.domain.invoices.LineItem;
import com.duespark.domain.invoices.ReportedStatus;
import com.duespark.domain.invoices.SendState;
import com.duespark.domain.shared.Money;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as its business sees it.
 *
 * @param status as reported: OVERDUE for a late SENT invoice (INV-19)
 * @param numberPreview the number a draft would get now; null once it has one
 * @param archivedAt since when it is archived (RET-03); null while it is not
 * @param dunning how far chasing has got
 * @param allowedActions what would be accepted now (API-46)
 */
@Schema(name = "Invoice")
record InvoiceView(
    UUID id,
    @Nullable String invoiceNumber,
    @Nullable String numberPreview,
    ReportedStatus status,
    boolean isOverdue,
    SendState sendState,
    @Nullable String lastSendError,
    UUID contactId,
    String contactName,
    LocalDate issueDate,
    LocalDate dueDate,
    @Nullable Instant scheduledSendAt,
    @Nullable Instant sentAt,
    @Nullable Instant lastSentAt,
    @Nullable Instant paidAt,
    @Nullable Instant voidedAt,
    @Nullable Instant writtenOffAt,
    @Nullable Instant archivedAt,
    @Nullable String closingReason,
    String currency,
    List<Line> lineItems,
    @Nullable DiscountBody discount,
    Money subtotal,
    Money discountTotal,
    Money taxTotal,
    Money total,
    Money amountPaid,
    Money amountDue,
    Money amountOverpaid,
    List<Tax> taxBreakdown,
    @Nullable String reference,
    @Nullable String notes,
    @Nullable String terms,
    @Nullable String internalNote,
    @Nullable String language,
    @Nullable String payRef,
    @JsonUnwrapped DunningView dunning,
    List<String> allowedActions,
    Instant createdAt,
    Instant updatedAt,
    int version)
    implements Versioned, DeliveryController.Resolved {

  /** One line with its computed net. */
  @Schema(name = "LineItem")
  record Line(
      UUID id,
      String name,
      @Nullable String description,
      BigDecimal qty,
      @Nullable String unit,
      BigDecimal rate,
      @Nullable String taxCode,
      @Nullable DiscountBody discount,
      Money amount) {

    static Line of(LineItem line, String currency) {
      return new Line(
          line.id(),
          line.name(),
          line.description(),
          line.qty(),
          line.unit(),
          line.rate(),
          line.taxCode(),
          DiscountBody.of(line.discount()),
          Money.of(line.amountMinor(), currency));
    }
  }

  /** Tax of one rate. */
  @Schema(name = "TaxShare")
  record Tax(String taxCode, String name, BigDecimal percent, Money base, Money tax) {}
}

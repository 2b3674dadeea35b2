package com.duespark.api.invoices;

import com.duespark.api.invoices.LineBody.DiscountBody;
import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Envelope;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.deliveries.Deliveries;
import com.duespark.domain.deliveries.Delivery;
import com.duespark.domain.deliveries.DeliveryStatus;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.invoices.Totals;
import com.duespark.domain.members.Role;
import com.duespark.domain.shared.Money;
import com.duespark.domain.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be looked at of an invoice besides itself (EP-092, EP-093, EP-114c). */
@RestController
@RequestMapping("/v1/invoices")
@Tag(name = "Invoices")
class InvoiceReadController {

  private final Invoices invoices;
  private final Deliveries deliveries;
  private final Papers papers;
  private final Previews previews;
  private final Writing writing;

  InvoiceReadController(
      Invoices invoices, Deliveries deliveries, Papers papers, Previews previews, Writing writing) {
    this.invoices = invoices;
    this.deliveries = deliveries;
    this.papers = papers;
    this.previews = previews;
    this.writing = writing;
  }

  /**
   * One message.
   *
   * @param error plain words, null when all is well
   */
  @Schema(name = "Delivery")
  record DeliveryView(
      UUID id,
      String type,
      String channel,
      String audience,
      String sentTo,
      @Nullable String subject,
      String status,
      @Nullable Instant sentAt,
      @Nullable Instant deliveredAt,
      @Nullable Instant openedAt,
      int clicks,
      int retryCount,
      @Nullable String error)
      implements DeliveryController.Resolved {

    static DeliveryView of(Delivery delivery) {
      return new DeliveryView(
          delivery.id(),
          delivery.type().name(),
          delivery.channel().name(),
          delivery.audience().name(),
          delivery.recipient(),
          delivery.subject(),
          delivery.status().shown(),
          delivery.sentAt(),
          delivery.deliveredAt(),
          delivery.openedAt(),
          delivery.clickCount(),
          delivery.retryCount(),
          delivery.errorMessage());
    }
  }

  /** All messages about an invoice, newest first (DLV-04). */
  @Schema(name = "DeliveryStatus")
  record DeliveryStatusView(
      @Nullable Instant sentAt, boolean undecided, List<DeliveryView> deliveries) {}

  @Allow(value = Role.VIEWER, scopes = Scope.INVOICES_READ)
  @GetMapping("/{id}/delivery-status")
  @Operation(
      operationId = "getDeliveryStatus",
      summary = "What became of the messages about an invoice")
  Envelope<DeliveryStatusView> deliveryStatus(@PathVariable UUID id) {
    var invoice = invoices.find(id).orElseThrow(() -> Refused.notFound("Invoice"));
    var all = deliveries.of(id);
    return Envelope.of(
        new DeliveryStatusView(
            invoice.sentAt(),
            all.stream()
                .anyMatch(
                    delivery ->
                        delivery.status().isUnfinished()
                            || delivery.status() == DeliveryStatus.UNKNOWN),
            all.stream().map(DeliveryView::of).toList()));
  }

  @Allow(value = Role.VIEWER, scopes = Scope.INVOICES_READ)
  @GetMapping(value = "/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Operation(operationId = "getInvoicePdf", summary = "The invoice as PDF")
  ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
    return PdfAnswer.of(papers.invoice(id));
  }

  @Allow(value = Role.VIEWER, scopes = Scope.INVOICES_READ)
  @GetMapping("/{id}/preview")
  @Operation(
      operationId = "previewInvoice",
      summary = "The mail that send would send now; its link opens nothing")
  Envelope<MailPreview> preview(
      @PathVariable UUID id,
      @RequestParam(required = false) @Size(max = 2_000) @Nullable String message) {
    return Envelope.of(previews.invoice(id, message));
  }

  /** Lines to add up. */
  @Schema(name = "Calculate")
  record CalculateBody(
      @Nullable @Size(min = 3, max = 3) String currency,
      @NotEmpty @Size(max = 200) List<@Valid LineBody> lineItems,
      @Nullable @Valid DiscountBody discount) {}

  /** What lines add up to. */
  @Schema(name = "Totals")
  record TotalsView(
      String currency,
      List<InvoiceView.Line> lineItems,
      Money subtotal,
      Money discountTotal,
      Money taxTotal,
      Money total,
      List<InvoiceView.Tax> taxBreakdown) {}

  @Allow(value = Role.AGENT, scopes = Scope.INVOICES_READ)
  @PostMapping("/calculate")
  @Operation(operationId = "calculateInvoice", summary = "Add up lines; writes nothing")
  Envelope<TotalsView> calculate(@Valid @RequestBody CalculateBody body) {
    var currency = writing.currency(body.currency());
    var code = currency.getCurrencyCode();
    var totals =
        Totals.of(writing.lines(body.lineItems()), DiscountBody.read(body.discount()), currency);
    return Envelope.of(
        new TotalsView(
            code,
            totals.lines().stream().map(line -> InvoiceView.Line.of(line, code)).toList(),
            totals.subtotal(),
            totals.discountTotal(),
            totals.taxTotal(),
            totals.total(),
            totals.taxes().stream()
                .map(
                    tax ->
                        new InvoiceView.Tax(
                            tax.taxCode(),
                            tax.name(),
                            tax.percent(),
                            Money.of(tax.baseMinor(), code),
                            Money.of(tax.taxMinor(), code)))
                .toList()));
  }
}

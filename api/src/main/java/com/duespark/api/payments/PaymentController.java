package com.duespark.api.payments;

import com.duespark.api.commands.CommandGateway;
import com.duespark.api.invoices.Papers;
import com.duespark.api.invoices.PdfAnswer;
import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.KeyRequired;
import com.duespark.api.shared.Paging;
import com.duespark.api.shared.Reply;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.invoices.InvoiceCommand.RecordPayment;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.members.Role;
import com.duespark.domain.payments.Payers;
import com.duespark.domain.payments.Payment;
import com.duespark.domain.payments.PaymentAttempts;
import com.duespark.domain.payments.PaymentProvider;
import com.duespark.domain.payments.PaymentStatus;
import com.duespark.domain.payments.Payments;
import com.duespark.domain.shared.Money;
import com.duespark.domain.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

/** Payments: list, detail, by hand, receipt (EP-115, EP-116, EP-119). */
@RestController
@RequestMapping("/v1/payments")
@Tag(name = "Payments")
class PaymentController {

  private final Payments payments;
  private final Payers payers;
  private final PaymentAttempts attempts;
  private final Invoices invoices;
  private final CommandGateway commands;
  private final Papers papers;

  PaymentController(
      Payments payments,
      Payers payers,
      PaymentAttempts attempts,
      Invoices invoices,
      CommandGateway commands,
      Papers papers) {
    this.payments = payments;
    this.payers = payers;
    this.attempts = attempts;
    this.invoices = invoices;
    this.commands = commands;
    this.papers = papers;
  }

  /**
   * Money that came in outside the providers.
   *
   * @param amount major units of the invoice's currency
   * @param paidAt now when absent
   */
  @Schema(name = "RecordPayment")
  record PaymentBody(
      @NotNull UUID invoiceId,
      @NotNull PaymentProvider provider,
      @NotNull @DecimalMin(value = "0", inclusive = false) BigDecimal amount,
      @Nullable @Size(min = 3, max = 3) String currency,
      @Nullable Instant paidAt,
      @Nullable @Size(max = 100) String methodLabel,
      @Nullable @Size(max = 10_000) String note,
      @Nullable Boolean allowOverpayment) {}

  @Allow(value = Role.VIEWER, agents = false, scopes = Scope.PAYMENTS_READ)
  @GetMapping
  @Operation(operationId = "listPayments", summary = "List payments, newest first")
  Envelope<List<PaymentView>> list(
      @RequestParam(name = "invoice_id", required = false) @Nullable UUID invoiceId,
      @RequestParam(required = false) @Nullable PaymentStatus status,
      @RequestParam(required = false) @Nullable PaymentProvider provider,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      Paging paging) {
    var state = name(status);
    var by = name(provider);
    var rows = payments.page(invoiceId, state, by, from, to, paging.beforeId(), paging.fetch());
    var who = payers.of(rows.stream().map(Payment::invoiceId).toList());
    return paging.pageById(
        rows,
        payment -> PaymentView.of(payment, Objects.requireNonNull(who.get(payment.invoiceId()))),
        Payment::id,
        () -> payments.countOf(invoiceId, state, by, from, to));
  }

  private PaymentView view(Payment payment) {
    return PaymentView.of(payment, payers.of(payment.invoiceId()));
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  @Allow(value = Role.VIEWER, agents = false, scopes = Scope.PAYMENTS_READ)
  @GetMapping("/{id}")
  @Operation(operationId = "getPayment", summary = "Show a payment")
  Envelope<PaymentView> show(@PathVariable UUID id) {
    var payment = payments.find(id).orElseThrow(() -> Refused.notFound("Payment"));
    return Envelope.of(
        view(payment)
            .with(
                attempts.of(payment.invoiceId()).stream()
                    .filter(attempt -> payment.id().equals(attempt.paymentId()))
                    .map(PaymentView.Attempt::of)
                    .toList()));
  }

  @Allow(value = Role.STAFF, scopes = Scope.PAYMENTS_WRITE)
  @Answers({201, 202})
  @KeyRequired
  @PostMapping
  @Operation(operationId = "recordPayment", summary = "Record a payment by hand")
  ResponseEntity<Envelope<Recorded>> record(
      @Valid @RequestBody PaymentBody body, HttpServletRequest request, Caller caller) {
    if (!body.provider().isManual()) {
      throw Refused.invalid("provider", "NOT_MANUAL", "Use CASH, BANK, MPESA or OTHER");
    }
    var invoice =
        invoices
            .find(body.invoiceId())
            .orElseThrow(
                () ->
                    Refused.invalid(
                        "invoice_id", "UNKNOWN_INVOICE", "This invoice does not exist"));
    var currency =
        body.currency() == null ? invoice.currency() : body.currency().toUpperCase(Locale.ROOT);
    var command =
        commands.ask(
            request,
            invoice.id(),
            new RecordPayment(
                body.provider(),
                minor(body.amount(), currency),
                currency,
                body.paidAt(),
                body.methodLabel(),
                body.note(),
                Boolean.TRUE.equals(body.allowOverpayment())),
            caller.actor());
    var result = command.result();
    if (result == null || result.paymentId() == null) {
      return Reply.<Recorded>accepted(new Waiting(command.getId(), "OPEN")).entity();
    }
    var payment = payments.find(result.paymentId()).orElseThrow();
    return Reply.<Recorded>created(view(payment)).entity();
  }

  /** What comes of recording: the payment, or a command that waits. */
  @Schema(
      name = "RecordedPayment",
      oneOf = {PaymentView.class, Waiting.class})
  sealed interface Recorded permits PaymentView, Waiting {}

  /** The command is kept and done later; ask again with the same key. */
  @Schema(name = "WaitingCommand")
  record Waiting(UUID commandId, String status) implements Recorded {}

  private static long minor(BigDecimal amount, String currency) {
    try {
      return Money.parse(amount, Currency.getInstance(currency)).minor();
    } catch (ArithmeticException e) {
      throw Refused.invalid(
          "amount", "TOO_MANY_DECIMALS", "%s has fewer decimals".formatted(currency));
    } catch (IllegalArgumentException e) {
      throw Refused.invalid("currency", "FORMAT", "Use a code like KES (ISO 4217)");
    }
  }

  @Allow(value = Role.VIEWER, agents = false, scopes = Scope.PAYMENTS_READ)
  @GetMapping(value = "/{id}/receipt", produces = MediaType.APPLICATION_PDF_VALUE)
  @Operation(operationId = "getReceipt", summary = "The receipt as PDF")
  ResponseEntity<byte[]> receipt(@PathVariable UUID id) {
    return PdfAnswer.of(papers.receipt(id));
  }
}

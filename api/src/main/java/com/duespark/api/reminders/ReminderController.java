package com.duespark.api.reminders;

import com.duespark.api.invoices.MailPreview;
import com.duespark.api.invoices.Previews;
import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Paging;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.members.AgentScope;
import com.duespark.domain.members.Role;
import com.duespark.domain.reminders.DunningStates;
import com.duespark.domain.reminders.ReminderPages.Filter;
import com.duespark.domain.reminders.ReminderStatus;
import com.duespark.domain.reminders.Tone;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is planned, was sent or was not, and why (EP-091, EP-105 to EP-107, EP-111). */
@RestController
@Tag(name = "Reminders")
class ReminderController {

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2999;

  private final ReminderReader reader;
  private final NextSends nextSends;
  private final Previews previews;
  private final Invoices invoices;
  private final DunningStates dunning;
  private final Tenants tenants;
  private final AgentScope scope;

  ReminderController(
      ReminderReader reader,
      NextSends nextSends,
      Previews previews,
      Invoices invoices,
      DunningStates dunning,
      Tenants tenants,
      AgentScope scope) {
    this.reader = reader;
    this.nextSends = nextSends;
    this.previews = previews;
    this.invoices = invoices;
    this.dunning = dunning;
    this.tenants = tenants;
    this.scope = scope;
  }

  @Allow(value = Role.VIEWER, scopes = Scope.REMINDERS_READ)
  @GetMapping("/v1/reminders")
  @Operation(
      operationId = "listReminders",
      summary = "List reminders, the soonest first; from and to are days of the business")
  Envelope<List<ReminderView>> list(
      @RequestParam(required = false) @Nullable ReminderStatus status,
      @RequestParam(name = "invoice_id", required = false) @Nullable UUID invoiceId,
      @RequestParam(name = "contact_id", required = false) @Nullable UUID contactId,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      Paging paging,
      Caller caller) {
    var zone = tenants.current().zone();
    var filter =
        new Filter(
            status,
            invoiceId,
            contactId,
            startOf("from", from, 0, zone),
            startOf("to", to, 1, zone),
            caller.agent());
    return reader.page(filter, paging, caller);
  }

  private static @Nullable Instant startOf(
      String field, @Nullable LocalDate day, int daysLater, ZoneId zone) {
    if (day == null) {
      return null;
    }
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw Refused.invalid(field, "RANGE", "Choose a day between 1970 and 2999");
    }
    return day.plusDays(daysLater).atStartOfDay(zone).toInstant();
  }

  @Allow(value = Role.VIEWER, scopes = Scope.REMINDERS_READ)
  @GetMapping("/v1/reminders/{id}")
  @Operation(operationId = "getReminder", summary = "Show a reminder")
  Envelope<ReminderView> show(@PathVariable UUID id, Caller caller) {
    return Envelope.of(reader.show(id, caller));
  }

  @Allow(value = Role.VIEWER, scopes = Scope.REMINDERS_READ)
  @GetMapping("/v1/reminders/{id}/why")
  @Operation(operationId = "explainReminder", summary = "Why it was, will be or was not sent")
  Envelope<WhyView> why(@PathVariable UUID id) {
    return Envelope.of(WhyView.of(reader.find(id)));
  }

  /**
   * Which reminder to show.
   *
   * @param tone that of the next reminder when absent, else the one that suits the delay
   * @param message the sender's own words, as in a reminder by hand
   */
  @Schema(name = "PreviewReminder")
  record PreviewBody(
      @NotNull UUID invoiceId, @Nullable Tone tone, @Nullable @Size(max = 2_000) String message) {}

  @Allow(value = Role.VIEWER, scopes = Scope.REMINDERS_READ)
  @PostMapping("/v1/reminders/preview")
  @Operation(
      operationId = "previewReminder",
      summary = "The mail of an invoice's next reminder; writes nothing, its link opens nothing")
  Envelope<MailPreview> preview(@Valid @RequestBody PreviewBody body, Caller caller) {
    var agent = caller.agent();
    if (agent != null && !scope.hasInvoice(agent, body.invoiceId())) {
      throw Refused.notFound("Invoice");
    }
    return Envelope.of(previews.reminder(body.invoiceId(), body.tone(), body.message()));
  }

  @Allow(value = Role.VIEWER, scopes = Scope.REMINDERS_READ)
  @GetMapping("/v1/invoices/{id}/reminders")
  @Operation(
      operationId = "listInvoiceReminders",
      summary = "Plan and history of one invoice, in order of time")
  Envelope<List<ReminderView>> ofInvoice(@PathVariable UUID id, Paging paging, Caller caller) {
    requireInvoice(id);
    return reader.page(Filter.of(id, null), paging, caller);
  }

  @Allow(value = Role.VIEWER, scopes = Scope.REMINDERS_READ)
  @GetMapping("/v1/invoices/{id}/explain")
  @Operation(
      operationId = "explainInvoice",
      summary = "Everything that was decided about chasing an invoice, and why")
  Envelope<ExplainView> explain(@PathVariable UUID id) {
    var invoice = invoices.find(id).orElseThrow(() -> Refused.notFound("Invoice"));
    return Envelope.of(
        ExplainView.of(invoice, dunning.of(id), reader.all(id), tenants.businessNow()));
  }

  @Allow(value = Role.VIEWER, scopes = Scope.REMINDERS_READ)
  @GetMapping("/v1/invoices/{id}/next-send-times")
  @Operation(
      operationId = "getNextSendTimes",
      summary =
          "When an invoice is reminded of next; of one that is not sent yet: what would follow if"
              + " it were sent now, as scheduled, or at send_at")
  Envelope<List<NextSendView>> nextSendTimes(
      @PathVariable UUID id,
      @RequestParam(name = "send_at", required = false) @Nullable Instant sendAt) {
    return Envelope.of(nextSends.of(id, sendAt));
  }

  private void requireInvoice(UUID id) {
    if (invoices.find(id).isEmpty()) {
      throw Refused.notFound("Invoice");
    }
  }
}

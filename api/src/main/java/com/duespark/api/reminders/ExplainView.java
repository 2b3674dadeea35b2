package com.duespark.api.reminders;

import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.reminders.DunningState;
import com.duespark.domain.reminders.Explanation;
import com.duespark.domain.reminders.Reminder;
import com.duespark.domain.reminders.Stage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was decided about chasing one invoice, and why (EP-111).
 *
 * @param at when this was read, in business time
 * @param summary the whole in one or two sentences
 * @param steps of all cycles, in order of their slots
 */
@Schema(name = "InvoiceExplanation")
record ExplainView(
    UUID invoiceId,
    @Nullable String invoiceNumber,
    Instant at,
    Stage arStage,
    int cycle,
    String summary,
    List<WhyView> steps) {

  static ExplainView of(
      Invoice invoice, DunningState dunning, List<Reminder> reminders, Instant now) {
    return new ExplainView(
        invoice.id(),
        invoice.number(),
        now,
        dunning.stage(),
        dunning.cycle(),
        Explanation.of(invoice.status(), invoice.sentAt() != null, dunning.stage(), reminders),
        reminders.stream().map(WhyView::of).toList());
  }
}

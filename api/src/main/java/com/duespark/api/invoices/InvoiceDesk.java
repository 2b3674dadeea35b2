package com.duespark.api.invoices;

import com.duespark.api.shared.Caller;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.Patch;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.InvoiceContent;
import com.duespark.domain.invoices.InvoiceFacts;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.storage.AfterCommit;
import com.duespark.domain.tenants.Tenants;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Desk work on drafts: plain rows, one transaction each (design law 3). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class InvoiceDesk {

  private final Invoices invoices;
  private final Writing writing;
  private final InvoiceViews views;
  private final Tenants tenants;
  private final Audit audit;
  private final ProductEvents events;
  private final Counter drafted;

  InvoiceDesk(
      Invoices invoices,
      Writing writing,
      InvoiceViews views,
      Tenants tenants,
      Audit audit,
      ProductEvents events,
      MeterRegistry meters) {
    this.invoices = invoices;
    this.writing = writing;
    this.views = views;
    this.tenants = tenants;
    this.audit = audit;
    this.events = events;
    drafted = meters.counter("duespark_invoices_drafted"); // Prometheus keeps "_created" for itself
  }

  Invoice create(InvoiceBody body, Caller caller, Trail trail) {
    return create(writing.read(body, caller), caller, trail);
  }

  private Invoice create(InvoiceContent content, Caller caller, Trail trail) {
    var saved = invoices.save(Invoice.draft(caller.tenantId(), content, caller.userId()));
    AfterCommit.run(drafted::increment);
    return recorded(saved, "invoice.draft_created", null, trail);
  }

  Invoice edit(UUID id, Patch<InvoiceBody> patch, IfMatch version, Caller caller, Trail trail) {
    var invoice = lock(id);
    version.or(patch.ifMatchVersion()).check(invoice.version(), () -> views.show(invoice, caller));
    var content = writing.read(patch.onto(InvoiceBody.of(invoice)), caller);
    var before = InvoiceFacts.of(invoice);
    return recorded(invoices.save(invoice.edit(content)), "invoice.updated", before, trail);
  }

  void delete(UUID id, Trail trail) {
    var invoice = lock(id);
    invoices.save(invoice.delete(tenants.businessNow()));
    recorded(invoice, "invoice.deleted", null, trail);
  }

  /** A new draft of the same content, dated today (INV-27). */
  Invoice duplicate(UUID id, Caller caller, Trail trail) {
    var source = invoices.find(id).orElseThrow(() -> Refused.notFound("Invoice"));
    var today = tenants.today();
    long term = ChronoUnit.DAYS.between(source.issueDate(), source.dueDate());
    return create(
        new InvoiceContent(
            source.contactId(),
            today,
            today.plusDays(term),
            source.currency(),
            source.lines(),
            source.discount(),
            null,
            source.notes(),
            source.terms(),
            null,
            source.language()),
        caller,
        trail);
  }

  private Invoice lock(UUID id) {
    return invoices.lock(id).orElseThrow(() -> Refused.notFound("Invoice"));
  }

  private Invoice recorded(
      Invoice invoice, String what, @Nullable InvoiceFacts before, Trail trail) {
    audit.record(trail, what, "invoice", invoice.id(), before, InvoiceFacts.of(invoice));
    events.record(trail, what, Map.of("invoice_id", invoice.id()));
    return invoice;
  }
}

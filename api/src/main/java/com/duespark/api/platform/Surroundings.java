package com.duespark.api.platform;

import com.duespark.api.platform.Around.BusinessView;
import com.duespark.api.platform.Around.WorkflowView;
import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.inbox.WebhookEvent;
import com.duespark.domain.payments.PaymentAttempt;
import com.duespark.domain.payments.PaymentAttempts;
import com.duespark.domain.payments.ProviderFact;
import com.duespark.domain.payments.StripeFacts;
import com.duespark.domain.storage.TenantScope;
import com.duespark.domain.tenants.Tenants;
import com.duespark.workflows.invoices.InvoiceWorkflow;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds, in the business's own name, whose an item is and which workflow takes it (RLS-04). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Surroundings {

  private final TenantScope scope;
  private final Tenants tenants;
  private final Inbox inbox;
  private final PaymentAttempts attempts;
  private final TemporalUi temporal;

  Surroundings(
      TenantScope scope,
      Tenants tenants,
      Inbox inbox,
      PaymentAttempts attempts,
      TemporalUi temporal) {
    this.scope = scope;
    this.tenants = tenants;
    this.inbox = inbox;
    this.attempts = attempts;
    this.temporal = temporal;
  }

  /**
   * What stands around an item.
   *
   * @param eventId the stored event that it is or is about
   * @param workflowId known already
   */
  Around of(@Nullable UUID tenantId, @Nullable UUID eventId, @Nullable String workflowId) {
    return tenantId == null
        ? Around.NOTHING
        : scope.within(tenantId, () -> inside(tenantId, eventId, workflowId));
  }

  private Around inside(UUID tenantId, @Nullable UUID eventId, @Nullable String workflowId) {
    var workflow =
        Optional.ofNullable(workflowId)
            .or(() -> Optional.ofNullable(eventId).flatMap(this::workflowOf));
    return new Around(
        tenants.find(tenantId).map(one -> new BusinessView(tenantId, one.name())).orElse(null),
        workflow.map(id -> new WorkflowView(id, temporal.page(id))).orElse(null));
  }

  /** Whom the dispatcher told of it, or would. */
  private Optional<String> workflowOf(UUID eventId) {
    return inbox
        .readWebhook(eventId)
        .filter(event -> event.provider().equals("stripe"))
        .flatMap(this::attemptOf)
        .map(attempt -> InvoiceWorkflow.workflowId(attempt.invoiceId()));
  }

  private Optional<PaymentAttempt> attemptOf(WebhookEvent event) {
    return read(event).flatMap(attempts::byFact);
  }

  /** One that cannot be read leads nowhere, and that may be why it was opened. */
  private static Optional<ProviderFact> read(WebhookEvent event) {
    try {
      return Optional.of(StripeFacts.read(event.payload()));
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }
}

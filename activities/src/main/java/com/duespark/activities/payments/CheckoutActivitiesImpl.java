package com.duespark.activities.payments;

import com.duespark.activities.invoices.Needs;
import com.duespark.activities.payments.PaymentPages.ProviderRefused;
import com.duespark.activities.payments.PaymentPages.State;
import com.duespark.domain.payments.PaymentAttempt;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import com.duespark.workflows.invoices.InvoiceWorkflow.InvoiceRef;
import com.duespark.workflows.invoices.Standing;
import com.duespark.workflows.payments.CheckoutActivities;
import com.duespark.workflows.shared.CommandRef;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Opens and closes payment pages around the provider's calls; no transaction is open during one.
 */
@Component
class CheckoutActivitiesImpl implements CheckoutActivities {

  private final CheckoutSteps steps;
  private final PaymentPages pages;
  private final Needs needs;

  CheckoutActivitiesImpl(CheckoutSteps steps, PaymentPages pages, Needs needs) {
    this.steps = steps;
    this.pages = pages;
    this.needs = needs;
  }

  @Override
  public Standing open(CommandRef ref) {
    return Tenant.call(
        ref.tenantId(),
        () -> {
          var invoiceId = steps.invoiceOf(ref.commandId());
          try {
            openPage(ref.commandId());
          } catch (Refused refusal) {
            steps.refuse(ref.commandId(), refusal);
          }
          return needs.of(invoiceId);
        });
  }

  private void openPage(UUID commandId) {
    for (var stale : steps.stalePages(commandId)) {
      closePage(stale);
    }
    var plan = steps.plan(commandId);
    if (plan == null) {
      return;
    }
    try {
      var page = pages.open(plan.connection(), plan.attempt(), plan.request());
      steps.opened(commandId, plan.attempt().id(), page);
    } catch (ProviderRefused refused) {
      steps.failed(plan.attempt().id());
      throw new Refused(
          ErrorCode.PROVIDER_ERROR, "Card payment is not possible just now", List.of());
    }
  }

  @Override
  public Standing close(InvoiceRef invoice, CommandRef ref) {
    return Tenant.call(
        invoice.tenantId(),
        () -> {
          try {
            for (var open : steps.openPages(invoice.invoiceId())) {
              closePage(open);
            }
          } catch (Refused refusal) {
            steps.refuse(ref.commandId(), refusal);
          }
          return needs.of(invoice.invoiceId());
        });
  }

  /**
   * Expires one page; when its payer was faster, the payment enters as a fact and the command
   * waits.
   */
  private void closePage(PaymentAttempt attempt) {
    var sessionId = attempt.sessionId();
    if (sessionId == null) {
      steps.expired(attempt.id());
      return;
    }
    var seen = pages.expire(steps.connectionOf(attempt), sessionId);
    if (seen.state() == State.PAID || seen.state() == State.PROCESSING) {
      steps.report(attempt, seen);
      throw Refused.conflict(
          "PAYMENT_IN_PROGRESS", "The payer has just paid by card; look again in a moment");
    }
    steps.expired(attempt.id());
  }

  @Override
  public Standing giveUp(CommandRef ref) {
    return Tenant.call(
        ref.tenantId(),
        () -> {
          steps.refuse(
              ref.commandId(),
              new Refused(
                  ErrorCode.PROVIDER_ERROR,
                  "The payment provider does not answer; nothing was changed, try again",
                  List.of()));
          return needs.of(steps.invoiceOf(ref.commandId()));
        });
  }
}

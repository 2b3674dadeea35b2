package com.duespark.api.dispatch;

import com.duespark.api.dispatch.MailEvents.Result;
import com.duespark.domain.commands.Command;
import com.duespark.domain.deliveries.DeliveryEvents;
import com.duespark.domain.deliveries.MailReport;
import com.duespark.domain.deliveries.PostmarkReports;
import com.duespark.domain.deliveries.SesReports;
import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.inbox.WebhookEvent;
import com.duespark.domain.shared.Tenant;
import com.duespark.workflows.shared.CommandRef;
import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.MeterRegistry;
import io.temporal.client.WorkflowServiceException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds the mail that an event is about, in the business that it names (DLV-02). */
@Component
class MailDispatch {

  private static final Logger LOG = LoggerFactory.getLogger(MailDispatch.class);
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Inbox inbox;
  private final MailEvents mails;
  private final DeliveryEvents events;
  private final EntityWorkflows workflows;
  private final MeterRegistry meters;

  MailDispatch(
      Inbox inbox,
      MailEvents mails,
      DeliveryEvents events,
      EntityWorkflows workflows,
      MeterRegistry meters) {
    this.inbox = inbox;
    this.mails = mails;
    this.events = events;
    this.workflows = workflows;
    this.meters = meters;
  }

  void dispatch(WebhookEvent event) {
    Optional<MailReport> report;
    try {
      report = read(event);
    } catch (RuntimeException e) {
      LOG.error("event {} of {} cannot be read: {}", event.id(), event.provider(), e.toString());
      inbox.failWebhook(event, "Cannot be read", "Cannot be read: " + e.getMessage(), false);
      return;
    }
    if (report.isEmpty()) {
      inbox.finishWebhook(event.id(), "IGNORED", "Nothing about a mail of ours");
      return;
    }
    take(event, report.get());
  }

  private static Optional<MailReport> read(WebhookEvent event) {
    return switch (event.provider()) {
      case "postmark" -> PostmarkReports.read(event.payload());
      case "ses" -> SesReports.read(event.payload());
      default -> throw new IllegalArgumentException("No provider " + event.provider());
    };
  }

  private void take(WebhookEvent event, MailReport report) {
    switch (result(event, report)) {
      case Result.Done() -> {
        inbox.finishWebhook(event.id(), "PROCESSED", null);
        var kind = report.kind().name().toLowerCase(Locale.ROOT);
        meters
            .counter("duespark_mail_events", "provider", event.provider(), "kind", kind)
            .increment();
      }
      case Result.Nothing(String why) -> inbox.finishWebhook(event.id(), "IGNORED", why);
      case Result.Later(Duration pause) ->
          inbox.releaseWebhook(event.id(), "Its attempt is recorded first", pause);
      case Result.Asked(Command command) -> {
        inbox.releaseWebhook(event.id(), "The message is noted as sent first", SOON);
        hand(command);
      }
    }
  }

  private Result result(WebhookEvent event, MailReport report) {
    var tenantId = report.tenantId();
    if (tenantId == null) {
      return events.acceptedAccountMail(report, event.provider())
          ? new Result.Done()
          : new Result.Nothing("An account mail that nobody doubts");
    }
    return Tenant.call(tenantId, () -> mails.take(event.id(), event.provider(), report));
  }

  /** With Temporal away the command waits, as every command does. */
  private void hand(Command command) {
    var ref = new CommandRef(command.tenantId(), command.getId());
    try {
      workflows.hand(ref, command.entityId(), command.kind());
    } catch (WorkflowServiceException | StatusRuntimeException e) {
      LOG.warn("command {} waits for Temporal: {}", command.getId(), e.getMessage());
    }
  }
}

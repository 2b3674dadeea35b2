package com.duespark.activities.reminders;

import com.duespark.activities.sending.Claimed;
import com.duespark.activities.sending.ComeBack;
import com.duespark.activities.sending.Ledger;
import com.duespark.activities.sending.Sending;
import com.duespark.domain.deliveries.LedgerEntry;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import com.duespark.workflows.reminders.Agenda;
import com.duespark.workflows.reminders.CadenceWorkflow.CadenceRef;
import com.duespark.workflows.reminders.ReminderActivities;
import com.duespark.workflows.shared.CommandRef;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door of the cadence's steps, and the order of claim, send and record. */
@Component
class ReminderActivitiesImpl implements ReminderActivities {

  private final CadenceSteps steps;
  private final Sending sending;

  ReminderActivitiesImpl(CadenceSteps steps, Sending sending) {
    this.steps = steps;
    this.sending = sending;
  }

  @Override
  public Agenda plan(CadenceRef cadence) {
    return Tenant.call(cadence.tenantId(), () -> steps.plan(cadence.contactId()));
  }

  @Override
  public Agenda apply(CommandRef ref) {
    return Tenant.call(
        ref.tenantId(),
        () -> {
          var contactId = steps.command(ref.commandId()).entityId();
          try {
            return steps.apply(contactId, ref.commandId());
          } catch (Refused refusal) {
            return steps.refuse(contactId, ref.commandId(), refusal);
          }
        });
  }

  @Override
  public Agenda touch(CadenceRef cadence) {
    return Tenant.call(cadence.tenantId(), () -> touch(cadence.contactId()));
  }

  private Agenda touch(UUID contactId) {
    return switch (steps.claim(contactId, UUID.randomUUID())) {
      case Claim.Nothing(Agenda agenda) -> agenda;
      case Claim.Unresolved(UUID deliveryId) -> {
        var book = new Book(contactId);
        sending
            .step(book, deliveryId)
            .ifPresent(
                wait -> {
                  throw ComeBack.after(wait);
                });
        yield book.agenda();
      }
      case Claim.Taken taken -> {
        var book = new Book(contactId);
        sending
            .send(
                book,
                taken.deliveryId(),
                taken.token(),
                taken.entry(),
                taken.mailer(),
                taken.email())
            .ifPresent(
                wait -> {
                  throw ComeBack.after(wait);
                });
        yield book.agenda();
      }
    };
  }

  /** The send ledger of one customer's reminders; keeps the plan that recording led to. */
  private final class Book implements Ledger {

    private final UUID contactId;
    private @Nullable Agenda agenda;

    Book(UUID contactId) {
      this.contactId = contactId;
    }

    Agenda agenda() {
      return agenda == null ? steps.plan(contactId) : agenda;
    }

    @Override
    public LedgerEntry entry(UUID deliveryId) {
      return steps.delivery(deliveryId).entry();
    }

    @Override
    public String mailer(UUID deliveryId) {
      return Objects.requireNonNull(steps.delivery(deliveryId).provider());
    }

    /** A reminder is not sent again as it was: its next try is claimed and written anew. */
    @Override
    public Claimed claim(UUID deliveryId, UUID token, String mailer) {
      agenda = steps.giveUp(contactId, deliveryId);
      return new Claimed.Nothing();
    }

    @Override
    public void record(
        UUID deliveryId,
        UUID token,
        LedgerEntry moved,
        @Nullable String messageId,
        @Nullable String reason) {
      agenda = steps.record(contactId, deliveryId, token, moved, messageId, reason);
    }
  }
}

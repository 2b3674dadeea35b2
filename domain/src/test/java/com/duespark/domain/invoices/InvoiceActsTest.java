package com.duespark.domain.invoices;

import static com.duespark.domain.invoices.Stories.NOW;
import static com.duespark.domain.invoices.Stories.dollars;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.shared.Refused;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is tried in whatever order, an invoice is never in a state that cannot be. */
class InvoiceActsTest {

  private enum Act {
    EDIT,
    AMEND,
    POSTPONE,
    SCHEDULE,
    UNSCHEDULE,
    SEND,
    ACCEPT,
    FAIL,
    DOUBT,
    STOP,
    MARK_SENT,
    PAY_PART,
    PAY_ALL,
    PAY_BACK,
    VOID,
    WRITE_OFF;

    void on(Invoice invoice, int amount) {
      switch (this) {
        case EDIT -> invoice.edit(Lines.content("" + amount));
        case AMEND -> invoice.amend(Lines.content("" + amount));
        case POSTPONE -> invoice.postpone(invoice.dueDate().plusDays(amount - 50));
        case SCHEDULE -> invoice.schedule(NOW.plusSeconds(amount), new UUID(0, amount));
        case UNSCHEDULE -> invoice.unschedule();
        case SEND -> invoice.startSending();
        case ACCEPT -> invoice.accepted(NOW);
        case FAIL -> invoice.sendFailed("no");
        case DOUBT -> invoice.sendUnknown("?");
        case STOP -> invoice.sendStopped();
        case MARK_SENT -> invoice.markSent(NOW);
        case PAY_PART -> invoice.received(dollars(amount), NOW);
        case PAY_ALL -> invoice.received(invoice.total(), NOW);
        case PAY_BACK -> invoice.received(dollars(0), NOW);
        case VOID -> invoice.voidNow("typo", NOW);
        case WRITE_OFF -> invoice.writeOff("gone", NOW);
      }
    }
  }

  @Property(tries = 3000)
  void noSequenceOfActsLeadsToAnImpossibleState(
      @ForAll @Size(max = 25) List<Act> acts,
      @ForAll @Size(value = 25) List<@IntRange(min = 1, max = 100) Integer> amounts,
      @ForAll boolean numbered) {
    var invoice = numbered ? Stories.issued() : Stories.draft();
    for (int i = 0; i < acts.size(); i++) {
      var was = invoice.status();
      boolean refused = false;
      try {
        acts.get(i).on(invoice, amounts.get(i));
      } catch (Refused | IllegalStateException e) {
        refused = true;
      }
      assertThat(refused && invoice.status() != was).as("a refusal changes nothing").isFalse();
      if (was == InvoiceStatus.VOID) {
        assertThat(invoice.status()).as("void is the end").isEqualTo(InvoiceStatus.VOID);
      }
      isPossible(invoice, numbered);
    }
  }

  private static void isPossible(Invoice invoice, boolean numbered) {
    assertThat(invoice.isIssued()).isEqualTo(numbered);
    assertThat(invoice.amountDue().isNegative()).isFalse();
    assertThat(invoice.amountPaid().isNegative()).isFalse();
    assertThat(invoice.amountOverpaid().isPositive() && invoice.amountDue().isPositive()).isFalse();
    var due = invoice.amountDue();
    switch (invoice.status()) {
      case DRAFT -> {
        assertThat(invoice.amountPaid().isZero()).isTrue();
        assertThat(invoice.scheduledSendAt()).isNull();
      }
      case SCHEDULED -> {
        assertThat(invoice.scheduledSendAt()).isNotNull().isEqualTo(invoice.nextAt());
        assertThat(invoice.scheduledCommandId()).isNotNull();
      }
      case SENT -> assertThat(invoice.amountPaid().isZero()).isTrue();
      case PARTIALLY_PAID ->
          assertThat(invoice.amountPaid().isPositive() && due.isPositive()).isTrue();
      case PAID -> {
        assertThat(due.isZero()).isTrue();
        assertThat(invoice.paidAt()).isNotNull();
      }
      case VOID -> {
        assertThat(numbered && invoice.amountPaid().isZero()).isTrue();
        assertThat(invoice.voidedAt()).isNotNull();
      }
      case WRITTEN_OFF -> assertThat(invoice.writtenOffAt()).isNotNull();
    }
    if (!invoice.status().isBeforeSent() && invoice.status() != InvoiceStatus.VOID) {
      assertThat(invoice.sentAt()).isNotNull();
    }
    if (invoice.status() != InvoiceStatus.SCHEDULED) {
      assertThat(invoice.nextAt()).isNull();
    }
  }
}

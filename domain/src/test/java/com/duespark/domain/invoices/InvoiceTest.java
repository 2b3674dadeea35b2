package com.duespark.domain.invoices;

import static com.duespark.domain.invoices.Stories.NOW;
import static com.duespark.domain.invoices.Stories.dollars;
import static com.duespark.domain.invoices.Stories.draft;
import static com.duespark.domain.invoices.Stories.issued;
import static com.duespark.domain.invoices.Stories.refusal;
import static com.duespark.domain.invoices.Stories.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The desk, the number and the send: INV-10 to INV-13, INV-20, INV-21. */
class InvoiceTest {

  private static final UUID COMMAND = new UUID(0, 3);

  // ------------------------------------------------------------------ INV-10, INV-21

  @Test
  void aNewInvoiceIsADraftWithoutANumberThatKnowsItsTotals() {
    var invoice = draft();

    assertThat(invoice.status()).isEqualTo(InvoiceStatus.DRAFT);
    assertThat(invoice.number()).isNull();
    assertThat(invoice.total()).isEqualTo(dollars(100));
    assertThat(invoice.amountDue()).isEqualTo(dollars(100));
  }

  @Test
  void anUnnumberedDraftIsEditedAndDeleted() {
    var invoice = draft().edit(Lines.content("250"));

    assertThat(invoice.total()).isEqualTo(dollars(250));
    assertThat(invoice.delete(NOW).isDeleted()).isTrue();
  }

  @Test
  void aNumberedDraftIsNeitherEditedNorDeleted() {
    assertThat(refusal(() -> issued().edit(Lines.content("1"))))
        .hasMessage("Invoice INV-1001 has a number; amend or void it instead");
    assertThat(refusal(() -> issued().delete(NOW)).reason()).isEqualTo("NOT_A_DRAFT");
    assertThat(refusal(() -> sent().delete(NOW)))
        .hasMessage("Only a draft can be deleted; this invoice is SENT");
  }

  @Test
  void aDueDateBeforeTheIssueDateIsRefused() {
    var upsideDown = Lines.content(List.of(), Lines.ISSUED, Lines.ISSUED.minusDays(1));

    var refused = refusal(() -> draft().edit(upsideDown));

    assertThat(refused.details().getFirst().field()).isEqualTo("due_date");
    assertThat(refused.reason()).isEqualTo("BEFORE_ISSUE_DATE");
  }

  @Test
  void anAmendmentKeepsTheNumber() {
    var invoice = issued().amend(Lines.content("80"));

    assertThat(invoice.number()).isEqualTo("INV-1001");
    assertThat(invoice.total()).isEqualTo(dollars(80));
  }

  @Test
  void amountsOfASentInvoiceDoNotChange() {
    assertThat(refusal(() -> sent().amend(Lines.content("1"))))
        .hasMessage("Amounts of a SENT invoice do not change; void and duplicate it");
    assertThat(refusal(() -> draft().amend(Lines.content("1"))).reason()).isEqualTo("LOCKED");
  }

  @Test
  void onceSentADueDateMovesLaterOnly() {
    assertThat(sent().postpone(Lines.DUE.plusDays(5)).dueDate()).isEqualTo("2026-03-20");
    assertThat(refusal(() -> sent().postpone(Lines.DUE.minusDays(1))).reason())
        .isEqualTo("EARLIER");
    assertThat(refusal(() -> issued().postpone(Lines.DUE)))
        .hasMessage("The due date of a DRAFT invoice is fixed");
  }

  // ------------------------------------------------------------------ NUM-03, NUM-04

  @Test
  void aNumberIsNeverReplaced() {
    var invoice = issued();

    assertThatIllegalStateException()
        .isThrownBy(() -> invoice.issue("INV-1002", Stories.document()))
        .withMessageContaining("INV-1001");
    assertThat(invoice.issue("INV-1001", Stories.document()).payRef()).isEqualTo("INV-1001");
  }

  // ------------------------------------------------------------------ INV-11, INV-12

  @Test
  void aDraftIsScheduledMovedAndUnscheduled() {
    var invoice = issued().schedule(NOW.plusSeconds(60), COMMAND);
    var moved = invoice.schedule(NOW.plusSeconds(90), COMMAND);

    assertThat(moved.status()).isEqualTo(InvoiceStatus.SCHEDULED);
    assertThat(moved.nextAt()).isEqualTo(NOW.plusSeconds(90));
    assertThat(moved.unschedule().status()).isEqualTo(InvoiceStatus.DRAFT);
    assertThat(moved.nextAt()).isNull();
    assertThat(moved.scheduledCommandId()).isNull();
  }

  @Test
  void whatIsNotScheduledIsNotUnscheduledAndWhatIsSentIsNotScheduled() {
    assertThat(refusal(() -> draft().unschedule()))
        .hasMessage("The invoice is DRAFT, not scheduled");
    assertThat(refusal(() -> sent().schedule(NOW, COMMAND)))
        .hasMessage("A SENT invoice cannot be scheduled");
  }

  @Test
  void aFailedSendLeavesADraftADraftAndReturnsAScheduledOneToTheDesk() {
    var plain = issued().startSending().sendFailed("mailbox unknown");
    var timed = issued().schedule(NOW, COMMAND).startSending().sendFailed("mailbox unknown");

    assertThat(plain.status()).isEqualTo(InvoiceStatus.DRAFT);
    assertThat(timed.status()).isEqualTo(InvoiceStatus.DRAFT);
    assertThat(timed.sendState()).isEqualTo(SendState.FAILED);
    assertThat(timed.lastSendError()).isEqualTo("mailbox unknown");
    assertThat(timed.number()).isEqualTo("INV-1001");
  }

  // ------------------------------------------------------------------ INV-06, INV-13

  @Test
  void onlyAcceptanceMakesItSent() {
    var sending = issued().startSending();
    var before = sending.status();

    var accepted = sending.accepted(NOW);

    assertThat(before).isEqualTo(InvoiceStatus.DRAFT);
    assertThat(accepted.status()).isEqualTo(InvoiceStatus.SENT);
    assertThat(accepted.sentAt()).isEqualTo(NOW);
    assertThat(accepted.accepted(NOW.plusSeconds(9)).sentAt()).as("the first").isEqualTo(NOW);
    assertThat(accepted.lastSentAt()).isEqualTo(NOW.plusSeconds(9));
  }

  @Test
  void aPersonMaySayThatItIsSentOnce() {
    assertThat(issued().markSent(NOW).status()).isEqualTo(InvoiceStatus.SENT);
    assertThat(refusal(() -> sent().markSent(NOW))).hasMessage("The invoice is already SENT");
  }

  @ParameterizedTest
  @CsvSource({"SENDING", "UNKNOWN"})
  void whileASendIsUndecidedOnlyAVoidIsAccepted(SendState state) {
    var invoice = issued().startSending();
    if (state == SendState.UNKNOWN) {
      invoice.sendUnknown("no answer");
    }

    for (Runnable act :
        new Runnable[] {
          () -> invoice.startSending(),
          () -> invoice.schedule(NOW, COMMAND),
          () -> invoice.markSent(NOW),
          () -> invoice.amend(Lines.content("1"))
        }) {
      assertThat(refusal(act).reason()).isEqualTo("SEND_IN_PROGRESS");
    }
    assertThat(invoice.voidNow("wrong", NOW).status()).isEqualTo(InvoiceStatus.VOID);
  }

  // ------------------------------------------------------------------ INV-19

  @ParameterizedTest
  @CsvSource({
    "2026-03-15, 0, false, SENT",
    "2026-03-16, 0, true, OVERDUE",
    "2026-03-16, 40, true, PARTIALLY_PAID",
    "2026-03-16, 100, false, PAID",
    "2026-03-15, 40, false, PARTIALLY_PAID"
  })
  void aLateSentInvoiceIsReportedOverdue(
      LocalDate today, long paid, boolean overdue, ReportedStatus reported) {
    var invoice = sent().received(dollars(paid), NOW);

    assertThat(invoice.isOverdue(today)).isEqualTo(overdue);
    assertThat(invoice.reportedStatus(today)).isEqualTo(reported);
  }

  @Test
  void aDayIsOverWhenItIsOverAtTheBusinessNotAtGreenwich() {
    var lateEvening = Instant.parse("2026-03-15T22:30:00Z");

    var nairobi = LocalDate.ofInstant(lateEvening, ZoneId.of("Africa/Nairobi"));
    var newYork = LocalDate.ofInstant(lateEvening, ZoneId.of("America/New_York"));

    assertThat(sent().isOverdue(nairobi)).isTrue();
    assertThat(sent().isOverdue(newYork)).isFalse();
  }

  @Test
  void aDraftIsNeverOverdue() {
    assertThat(issued().isOverdue(Lines.DUE.plusYears(1))).isFalse();
  }
}

package com.duespark.domain.invoices;

import static com.duespark.domain.invoices.Stories.NOW;
import static com.duespark.domain.invoices.Stories.dollars;
import static com.duespark.domain.invoices.Stories.draft;
import static com.duespark.domain.invoices.Stories.issued;
import static com.duespark.domain.invoices.Stories.refusal;
import static com.duespark.domain.invoices.Stories.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money in and back, void and write-off: INV-14 to INV-18, INV-22, INV-23. */
class InvoiceMoneyTest {

  @ParameterizedTest
  @CsvSource({
    "0, SENT, 100, 0",
    "40, PARTIALLY_PAID, 60, 0",
    "100, PAID, 0, 0",
    "130, PAID, 0, 30"
  })
  void whatIsReceivedDecidesTheStatus(long paid, InvoiceStatus status, long due, long over) {
    var invoice = sent().received(dollars(paid), NOW);

    assertThat(invoice.status()).isEqualTo(status);
    assertThat(invoice.amountDue()).isEqualTo(dollars(due));
    assertThat(invoice.amountOverpaid()).isEqualTo(dollars(over));
    assertThat(invoice.paidAt() != null).isEqualTo(status == InvoiceStatus.PAID);
  }

  @ParameterizedTest
  @CsvSource({"100, 40, PARTIALLY_PAID", "100, 0, SENT", "40, 0, SENT", "130, 100, PAID"})
  void moneyThatGoesBackMovesTheStatusBack(long before, long after, InvoiceStatus status) {
    var invoice = sent().received(dollars(before), NOW).received(dollars(after), NOW);

    assertThat(invoice.status()).isEqualTo(status);
    assertThat(invoice.paidAt() != null).isEqualTo(status == InvoiceStatus.PAID);
  }

  @Test
  void aPaymentOfADraftMovesItThroughSent() {
    var part = issued().received(dollars(40), NOW);
    var whole = issued().schedule(NOW.plusSeconds(5), new UUID(0, 3));

    whole.received(dollars(100), NOW);

    assertThat(part.status()).isEqualTo(InvoiceStatus.PARTIALLY_PAID);
    assertThat(part.sentAt()).isEqualTo(NOW);
    assertThat(whole.status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(whole.sentAt()).isEqualTo(NOW);
    assertThat(whole.scheduledSendAt()).isNull();
  }

  @Test
  void aSendStillUnderWayAfterAPaymentAddsOnlyItsRecord() {
    var invoice = issued().startSending().received(dollars(100), NOW);

    invoice.accepted(NOW.plusSeconds(60));

    assertThat(invoice.status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(invoice.sentAt()).isEqualTo(NOW);
    assertThat(invoice.lastSentAt()).isEqualTo(NOW.plusSeconds(60));
  }

  // ------------------------------------------------------------------ INV-17, INV-23

  @Test
  void aNumberedDraftAScheduledAndASentInvoiceCanBeVoided() {
    var scheduled = issued().schedule(NOW, new UUID(0, 3));

    for (var invoice : new Invoice[] {issued(), scheduled, sent()}) {
      assertThat(invoice.voidNow("typo", NOW).status()).isEqualTo(InvoiceStatus.VOID);
      assertThat(invoice.number()).as("kept").isEqualTo("INV-1001");
      assertThat(invoice.closingReason()).isEqualTo("typo");
      assertThat(invoice.nextAt()).isNull();
      assertThat(invoice.isPayable()).isFalse();
    }
  }

  @Test
  void whatMayNotBeVoidedSaysWhy() {
    assertThat(refusal(() -> draft().voidNow("x", NOW)))
        .hasMessage("A draft without a number is deleted, not voided");
    assertThat(refusal(() -> sent().received(dollars(1), NOW).voidNow("x", NOW)).reason())
        .isEqualTo("HAS_PAYMENTS");
    assertThat(refusal(() -> sent().received(dollars(100), NOW).voidNow("x", NOW)))
        .hasMessage("Money was received; refund it first");
    assertThat(refusal(() -> sent().voidNow("x", NOW).voidNow("x", NOW)))
        .hasMessage("A VOID invoice cannot be voided");
    assertThat(refusal(() -> sent().writeOff("x", NOW).voidNow("x", NOW)))
        .hasMessage("A WRITTEN_OFF invoice cannot be voided");
  }

  @Test
  void aVoidWinsOverAMailThatLeavesMeanwhile() {
    var invoice = issued().startSending().voidNow("typo", NOW);

    assertThat(invoice.accepted(NOW).status()).isEqualTo(InvoiceStatus.VOID);
    assertThat(invoice.sentAt()).isNull();
  }

  @Test
  void aVoidInvoiceTakesNoPayment() {
    assertThatIllegalStateException()
        .isThrownBy(() -> sent().voidNow("x", NOW).received(dollars(1), NOW));
  }

  // ------------------------------------------------------------------ INV-18

  @Test
  void anOpenInvoiceIsWrittenOffAndALatePaymentWakesIt() {
    var part = sent().received(dollars(10), NOW).writeOff("gone", NOW);
    var whole = sent().writeOff("gone", NOW).received(dollars(100), NOW);

    assertThat(part.status()).isEqualTo(InvoiceStatus.WRITTEN_OFF);
    assertThat(part.received(dollars(20), NOW).status()).isEqualTo(InvoiceStatus.PARTIALLY_PAID);
    assertThat(whole.status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(sent().writeOff("gone", NOW).received(dollars(0), NOW).status())
        .isEqualTo(InvoiceStatus.WRITTEN_OFF);
  }

  @Test
  void onlyAnOpenInvoiceIsWrittenOff() {
    assertThat(refusal(() -> issued().writeOff("x", NOW)))
        .hasMessage("A DRAFT invoice cannot be written off");
    assertThat(refusal(() -> sent().received(dollars(100), NOW).writeOff("x", NOW)).reason())
        .isEqualTo("NOT_OPEN");
  }
}

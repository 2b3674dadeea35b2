package com.duespark.documents.portal;

import com.duespark.domain.invoices.InvoiceDocument;
import com.duespark.domain.invoices.PaymentStanding;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Everything the payer's page shows.
 *
 * @param today in the business's time zone
 * @param payUrl where the pay form posts to
 * @param receiptUrl null while there is no receipt
 * @param cardOffered whether the business takes cards here
 * @param idempotencyKey sent with the form, so that a second click pays once
 * @param answer what the payer said about it, and where to say more
 */
public record PortalView(
    InvoiceDocument document,
    PaymentStanding standing,
    LocalDate today,
    State state,
    String payUrl,
    String pdfUrl,
    @Nullable String receiptUrl,
    boolean cardOffered,
    String idempotencyKey,
    Answer answer) {

  /**
   * What the payer answered to being asked for the money.
   *
   * @param promisedOn the day on which they said they will pay; null when they did not, or it
   *     passed
   * @param disputed whether something about it is still to be settled
   * @param promiseUrl where to name a day; null when that is not possible now
   * @param disputeUrl where to say what is wrong; null when that is not possible now
   */
  public record Answer(
      @Nullable LocalDate promisedOn,
      boolean disputed,
      @Nullable String promiseUrl,
      @Nullable String disputeUrl) {

    public static final Answer NONE = new Answer(null, false, null, null);
  }

  /** Where the payer stands. */
  public enum State {
    /** Money is open and may be paid. */
    PAYABLE,
    /** The payer's bank is still confirming. */
    PROCESSING,
    /** Back from the card page, not booked yet. */
    CONFIRMING,
    /** Back without paying. */
    CANCELLED,
    /** Nothing is open any more. */
    PAID,
    /** The invoice no longer counts. */
    VOID,
    /** There was never anything to pay. */
    NOTHING_DUE
  }

  boolean asksForMoney() {
    return state == State.PAYABLE || state == State.CANCELLED;
  }
}

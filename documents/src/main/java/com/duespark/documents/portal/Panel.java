package com.duespark.documents.portal;

import com.duespark.documents.shared.Words;
import com.duespark.domain.invoices.PaymentStanding.Received;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pay panel says when there is nothing to fill in. */
final class Panel {

  private static final String TICK = "M20 6 9 17l-5-5";
  private static final String MINUS = "M5 12h14";

  private Panel() {}

  /**
   * A state in words.
   *
   * @param icon an SVG path, null when the ring turns
   * @param live whether a screen reader should announce it
   */
  record Said(
      String heading,
      List<String> words,
      String tone,
      @Nullable String icon,
      boolean ring,
      boolean live) {}

  record Receipt(
      String received,
      String when,
      String method,
      @Nullable String reference,
      @Nullable String invoice,
      String still) {}

  static @Nullable Said said(PortalView view) {
    return switch (view.state()) {
      case PAYABLE, CANCELLED -> null;
      case PROCESSING ->
          waiting(
              "Your bank is confirming",
              "The payment is on its way; some banks take a few days.",
              "You may close this page. The receipt comes by mail. You will not be charged twice.");
      case CONFIRMING ->
          waiting(
              "Confirming the payment",
              "We wait for word from our payment partner. This page refreshes itself.",
              "Please do not pay again.");
      case PAID -> new Said("Paid in full. Thank you.", List.of(), "paid", TICK, false, true);
      case VOID ->
          new Said(
              "This invoice is void",
              List.of("Nothing to pay. " + view.document().seller().name() + " withdrew it."),
              "quiet",
              MINUS,
              false,
              false);
      case NOTHING_DUE ->
          new Said(
              "Nothing to pay",
              List.of("Nothing is open on this invoice."),
              "quiet",
              TICK,
              false,
              false);
    };
  }

  /** The last payment; null unless the invoice is paid and a payment is known. */
  static @Nullable Receipt receipt(PortalView view) {
    if (view.state() != PortalView.State.PAID) {
      return null;
    }
    return view.standing().received().stream()
        .max(Comparator.comparing(Received::paidAt))
        .map(
            last ->
                new Receipt(
                    Words.money(last.amount()),
                    Words.shortDate(last.paidOn()),
                    last.methodLabel(),
                    last.receiptNumber(),
                    view.document().number(),
                    Words.figure(view.standing().amountDue())))
        .orElse(null);
  }

  private static Said waiting(String heading, String... words) {
    return new Said(heading, List.of(words), "plan", null, true, true);
  }
}

package com.duespark.documents.portal;

import com.duespark.documents.shared.Words;
import com.duespark.domain.shared.Money;
import java.time.LocalDate;

/** The one figure a payer looks for, and the half sentence under it. */
record Lead(Money amount, String words, LocalDate date) {

  static Lead of(PortalView view) {
    var document = view.document();
    var standing = view.standing();
    return switch (view.state()) {
      case VOID -> new Lead(document.total(), "Void. Was issued", document.issuedOn());
      case NOTHING_DUE -> new Lead(standing.amountDue(), "Issued", document.issuedOn());
      case PAID ->
          standing.paidOn() == null
              ? new Lead(document.total(), "Paid. Was due", document.dueOn())
              : new Lead(document.total(), "Paid", standing.paidOn());
      case PAYABLE, CANCELLED, CONFIRMING, PROCESSING -> {
        var due = view.today().isAfter(document.dueOn()) ? "Was due" : "Due";
        yield new Lead(
            standing.amountDue(),
            standing.amountPaid().isPositive()
                ? "still to pay of %s. %s".formatted(Words.figure(document.total()), due)
                : due,
            document.dueOn());
      }
    };
  }
}

package com.duespark.documents.portal;

import com.duespark.domain.invoices.InvoiceDocument.HowToPay;
import com.duespark.domain.secrets.Confidential;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ways to pay without this page. */
record Ways(String heading, List<Way> rows) {

  record Way(String label, List<String> lines) {}

  /** Null when the business has set none. */
  static @Nullable Ways of(HowToPay pay, boolean besidesCard) {
    var rows = new ArrayList<Way>();
    if (pay.mpesaPaybill() != null && !pay.mpesaPaybill().isBlank()) {
      rows.add(new Way("M-PESA paybill", List.of(pay.mpesaPaybill())));
      if (pay.payRef() != null && !pay.payRef().isBlank()) {
        rows.add(new Way("M-PESA account", List.of(pay.payRef())));
      }
    }
    var bank = Confidential.textOf(pay.bankDetails());
    if (bank != null && !bank.isBlank()) {
      rows.add(new Way("Bank transfer", bank.strip().lines().toList()));
    }
    return rows.isEmpty()
        ? null
        : new Ways(besidesCard ? "Or without a card" : "How to pay", List.copyOf(rows));
  }
}

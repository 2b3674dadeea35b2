package com.duespark.documents.mail;

import com.duespark.documents.mail.Sheet.Row;
import com.duespark.documents.mail.Sheet.Value;
import com.duespark.documents.shared.Words;
import com.duespark.domain.invoices.InvoiceDocument;
import com.duespark.domain.invoices.InvoiceDocument.HowToPay;
import com.duespark.domain.invoices.InvoiceDocument.Seller;
import com.duespark.domain.invoices.PaymentStanding;
import com.duespark.domain.secrets.Confidential;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Phrases that more than one mail uses. */
final class Wording {

  private Wording() {}

  /** {@code invoice INV-1001}, or only {@code invoice} while it has no number. */
  static String invoice(InvoiceDocument document) {
    return document.number() == null ? "invoice" : "invoice " + document.number();
  }

  static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  static boolean isSet(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  /** {@code 1 day}, {@code 2 days}. */
  static String count(int number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  /** Goes under the figure of what is left. */
  static String partPaid(InvoiceDocument document, PaymentStanding standing) {
    return "still to pay of %s; %s is paid"
        .formatted(Words.figure(document.total()), Words.figure(standing.amountPaid()));
  }

  /** Ways to pay besides the link; a way that is not set is left out (CPY-02). */
  static List<Row> ways(HowToPay pay) {
    var rows = new ArrayList<Row>();
    if (pay.mpesaPaybill() != null && !pay.mpesaPaybill().isBlank()) {
      var values = new ArrayList<Value>();
      values.add(Value.strong(pay.mpesaPaybill()));
      if (pay.payRef() != null && !pay.payRef().isBlank()) {
        values.add(Value.plain(", account "));
        values.add(Value.strong(pay.payRef()));
      }
      rows.add(new Row("M-PESA paybill", values));
    }
    var bank = Confidential.textOf(pay.bankDetails());
    if (bank != null && !bank.isBlank()) {
      rows.add(Row.lines("Bank transfer", bank.strip().lines().toList()));
    }
    return rows;
  }

  /** Name and address on one line, the business's own footer, where answers go. */
  static List<String> footer(Seller seller) {
    var lines = new ArrayList<String>();
    var address = new ArrayList<String>();
    address.add(seller.name());
    address.addAll(seller.addressLines());
    lines.add(String.join(", ", address) + ".");
    if (seller.footer() != null && !seller.footer().isBlank()) {
      seller.footer().strip().lines().forEach(lines::add);
    }
    if (isSet(seller.replyTo())) {
      lines.add("Not your invoice? Reply to this mail; " + seller.name() + " reads it.");
    }
    return List.copyOf(lines);
  }
}

package com.duespark.documents.mail;

import com.duespark.domain.invoices.InvoiceDocument;
import com.duespark.domain.invoices.InvoiceDocument.Seller;
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

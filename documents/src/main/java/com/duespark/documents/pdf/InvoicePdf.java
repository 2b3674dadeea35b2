package com.duespark.documents.pdf;

import com.duespark.domain.invoices.InvoiceDocument;
import com.duespark.domain.invoices.PaymentStanding;
import org.jspecify.annotations.Nullable;

/** An invoice on A4. */
public final class InvoicePdf {

  private InvoicePdf() {}

  /**
   * Draws the invoice; the same input always gives the same bytes.
   *
   * @param payUrl the payer's page, linked and drawn as a QR code while something is due
   */
  public static byte[] render(
      InvoiceDocument document, PaymentStanding standing, @Nullable String payUrl) {
    var sheet = InvoiceSheet.of(document, standing, payUrl);
    return Press.print(
        "invoice.html",
        sheet,
        new Press.Imprint(sheet.title(), document.seller().name(), document.issuedOn()));
  }
}

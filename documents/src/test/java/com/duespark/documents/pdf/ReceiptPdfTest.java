package com.duespark.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceiptPdfTest {

  @Test
  void saysWhatCameInAndWhatIsLeft() {
    var invoice = Story.invoice();
    var received = Story.received(10_000_000, "KES");
    var standing = Story.after(invoice, received);
    var pdf = ReceiptPdf.render(invoice, standing, received);
    assertThat(Reader.text(pdf))
        .contains("Receipt", "KES 100,000.00", "Thursday 12 November 2026", "M-PESA")
        .contains("SKC4T7Q9XW", "INV-0131", "KES 248,820.00", "Still to pay, KES 148,820.00");
    assertThat(ReceiptPdf.render(invoice, standing, received)).isEqualTo(pdf);
  }
}

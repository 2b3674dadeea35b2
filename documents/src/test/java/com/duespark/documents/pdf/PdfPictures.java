package com.duespark.documents.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Draws the sheets of docs/pictures. */
final class PdfPictures {

  private PdfPictures() {}

  /** Writes PDFs to the folder named first, or to target/pictures. */
  public static void main(String... args) throws IOException {
    var folder = Files.createDirectories(Path.of(args.length == 0 ? "target/pictures" : args[0]));
    var invoice = Story.invoice();
    var received = Story.received(10_000_000, "KES");
    var standing = Story.after(invoice, received);
    Files.write(
        folder.resolve("invoice-pdf.pdf"), InvoicePdf.render(invoice, standing, Story.PAY_URL));
    Files.write(folder.resolve("receipt-pdf.pdf"), ReceiptPdf.render(invoice, standing, received));
  }
}

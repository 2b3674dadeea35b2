package com.duespark.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.invoices.InvoiceDocument;
import com.duespark.domain.invoices.InvoiceDocument.Buyer;
import com.duespark.domain.invoices.InvoiceDocument.Line;
import com.duespark.domain.invoices.InvoiceDocument.Seller;
import com.duespark.domain.secrets.Confidential;
import com.duespark.domain.shared.Money;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InvoicePdfTest {

  private static final String LOGO = Objects.requireNonNull(Pictures.qrCode("logo"));

  @Test
  void saysEverythingThePayerNeeds() {
    var invoice = Story.invoice();
    var standing = Story.after(invoice, Story.received(10_000_000, "KES"));
    var text = Reader.text(InvoicePdf.render(invoice, standing, Story.PAY_URL));
    assertThat(text)
        .contains("Lantana Row Studio", "Tax no. P051-000-142K", "Invoice", "INV-0131")
        .contains("Savanna Bloom Exports Ltd", "24 October 2026", "7 November 2026")
        .contains("PO 7741", "14 days", "Amount, KES", "Packaging artwork", "12,500.00")
        .contains("Subtotal 214,500.00", "VAT 16 % 34,320.00", "Total 248,820.00")
        .contains("Paid 12 Nov 2026, M-PESA −100,000.00", "Amount due, KES 148,820.00")
        .contains("Online: pay.lantanarow.example/7Q4M")
        .contains("M-PESA paybill 400 222, account INV-0131")
        .contains("Scan to pay", "KES 148,820.00", "Thank you, Achieng.", "Page 1 of 1");
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    var invoice = Story.invoice(withLogo(LOGO), Story.BUYER, Story.invoice().lines(), "KES");
    var standing = Story.after(invoice);
    var first = InvoicePdf.render(invoice, standing, Story.PAY_URL);
    assertThat(InvoicePdf.render(invoice, standing, Story.PAY_URL)).isEqualTo(first);
    assertThat(InvoicePdf.render(invoice, standing, null)).isNotEqualTo(first);
    assertThat(images(first)).isEqualTo(2);
  }

  @Test
  void namesItselfAndItsAuthor() {
    var invoice = Story.invoice();
    var pdf = InvoicePdf.render(invoice, Story.after(invoice), null);
    var about =
        Reader.read(
            pdf,
            document -> {
              var information = document.getDocumentInformation();
              return List.of(
                  information.getTitle(),
                  information.getAuthor(),
                  information.getProducer(),
                  information.getCreationDate().toInstant().toString());
            });
    assertThat(about)
        .containsExactly(
            "Lantana Row Studio, INV-0131",
            "Lantana Row Studio",
            "Duespark",
            "2026-10-24T00:00:00Z");
  }

  @Test
  void markupInTextStaysText() {
    var nasty = "<script>alert('&amp;')</script><img src=\"http://127.0.0.1:9/x.png\"/>";
    var invoice = named(nasty);
    var text = Reader.text(InvoicePdf.render(invoice, Story.after(invoice), "https://a/?b&c"));
    assertThat(text).contains("<script>alert('&amp;')</script>", "a/?b&c");
  }

  @Test
  void unknownAndIllegalCharactersDoNotStopIt() {
    var invoice = named("Łódź \u0000\u000B\uFFFF 花 ₦ \uD83C\uDF3C \uD800 αβ שלום {{number}}");
    var pdf = InvoicePdf.render(invoice, Story.after(invoice), null);
    assertThat(Reader.text(pdf)).contains("Łódź", "{{number}}");
    assertThat(Reader.fonts(pdf)).allMatch(PDFont::isEmbedded);
  }

  @Test
  void manyLinesRunOverSeveralPagesUnderTheSameHead() {
    var lines =
        IntStream.rangeClosed(1, 200)
            .mapToObj(i -> Story.line("Day " + i, "On the farm", "1", "100", "KES"))
            .toList();
    var invoice = Story.invoice(Story.SELLER, Story.BUYER, lines, "KES");
    var pages = Reader.pages(InvoicePdf.render(invoice, Story.after(invoice), Story.PAY_URL));
    assertThat(pages).hasSizeGreaterThan(5);
    assertThat(pages.subList(0, pages.size() - 1)).allMatch(page -> page.contains("Amount, KES"));
    for (int page = 1; page <= pages.size(); page++) {
      assertThat(pages.get(page - 1)).contains("Page %d of %d".formatted(page, pages.size()));
    }
    assertThat(pages.getLast()).contains("Amount due, KES 23,200.00", "Scan to pay");
  }

  @Test
  void yenHaveNoDecimals() {
    var lines = List.of(Story.line("Design", null, "1", "120000", "JPY"));
    var invoice = Story.invoice(Story.SELLER, Story.BUYER, lines, "JPY");
    assertThat(Reader.text(InvoicePdf.render(invoice, Story.after(invoice), null)))
        .contains("Amount due, JPY 139,200")
        .doesNotContain("139,200.0");
  }

  @Test
  void bareInvoicesAreDrawnToo() {
    var seller = new Seller("Mo", null, List.of(), null, null, null, "red", null, null);
    var buyer = new Buyer("Jo", null, List.of(), null, null);
    var full = Story.invoice(seller, buyer, Story.invoice().lines(), "KES");
    var bare =
        new InvoiceDocument(
            seller,
            buyer,
            null,
            null,
            full.issuedOn(),
            full.dueOn(),
            List.of(),
            full.subtotal(),
            full.subtotal(),
            List.of(),
            Money.of(0, "KES"),
            full.total(),
            null,
            null,
            new InvoiceDocument.HowToPay(null, null, null),
            "en");
    var pdf = InvoicePdf.render(bare, Story.after(bare), null);
    assertThat(Reader.text(pdf))
        .contains("Draft", "14 days", "Discount −214,500.00")
        .doesNotContain("How to pay", "Scan to pay", "null");
    assertThat(images(pdf)).isZero();
  }

  @Test
  void paidAndVoidInvoicesAskForNothing() {
    var invoice = Story.invoice();
    var paid = Story.after(invoice, Story.received(invoice.total().minor(), "KES"));
    assertThat(Reader.text(InvoicePdf.render(invoice, paid, Story.PAY_URL)))
        .contains("Paid in full on 12 November 2026", "Amount due, KES 0.00")
        .doesNotContain("Scan to pay", "How to pay");
    var none = Money.of(0, "KES");
    var cancelled = Story.standing("VOID", none, invoice.total(), List.of());
    assertThat(Reader.text(InvoicePdf.render(invoice, cancelled, Story.PAY_URL)))
        .contains("This invoice is void.")
        .doesNotContain("Scan to pay", "How to pay", "Amount due");
  }

  @Test
  void everyFontIsEmbedded() {
    var invoice = Story.invoice();
    var fonts = Reader.fonts(InvoicePdf.render(invoice, Story.after(invoice), Story.PAY_URL));
    assertThat(fonts).hasSizeGreaterThanOrEqualTo(3).allMatch(PDFont::isEmbedded);
    assertThat(fonts).allMatch(font -> font.getName().contains("SchibstedGrotesk"));
  }

  @Test
  void aLogoThatIsNoPictureGivesWayToInitials() {
    for (var logo :
        List.of("http://127.0.0.1:9/logo.png", "data:image/png;base64,AAAA", "data:text/html,x")) {
      var invoice = Story.invoice(withLogo(logo), Story.BUYER, Story.invoice().lines(), "KES");
      var pdf = InvoicePdf.render(invoice, Story.after(invoice), null);
      assertThat(images(pdf)).isZero();
      assertThat(Reader.text(pdf)).contains("LR");
    }
  }

  private static InvoiceDocument named(String name) {
    var taxId = new Confidential(name);
    var seller = new Seller(name, name, List.of(name), taxId, null, null, "#FFEE00", name, null);
    var buyer = new Buyer(name, name, List.of(name), taxId, null);
    List<Line> lines = List.of(Story.line(name, name, "1", "100", "KES"));
    return Story.invoice(seller, buyer, lines, "KES");
  }

  private static Seller withLogo(@Nullable String logo) {
    return new Seller("Lantana Row", null, List.of(), null, null, logo, "#B4472E", null, null);
  }

  private static int images(byte[] pdf) {
    return Reader.read(
        pdf,
        document -> {
          int images = 0;
          for (var page : document.getPages()) {
            for (var name : page.getResources().getXObjectNames()) {
              images += page.getResources().isImageXObject(name) ? 1 : 0;
            }
          }
          return images;
        });
  }
}

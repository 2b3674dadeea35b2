package com.duespark.documents.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads back what was drawn. */
final class Reader {

  private Reader() {}

  static String text(byte[] pdf) {
    return read(pdf, Reader::text).replace("\r", "");
  }

  static List<String> pages(byte[] pdf) {
    return read(
        pdf,
        document -> {
          var pages = new ArrayList<String>();
          for (int page = 1; page <= document.getNumberOfPages(); page++) {
            pages.add(text(document, page, page));
          }
          return pages;
        });
  }

  static List<PDFont> fonts(byte[] pdf) {
    return read(
        pdf,
        document -> {
          var fonts = new ArrayList<PDFont>();
          for (var page : document.getPages()) {
            for (var name : page.getResources().getFontNames()) {
              try {
                fonts.add(page.getResources().getFont(name));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
          }
          return fonts;
        });
  }

  static <T> T read(byte[] pdf, Function<PDDocument, T> reading) {
    try (var document = Loader.loadPDF(pdf)) {
      return reading.apply(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(PDDocument document) {
    return text(document, 1, document.getNumberOfPages());
  }

  private static String text(PDDocument document, int from, int to) {
    try {
      var stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setStartPage(from);
      stripper.setEndPage(to);
      return stripper.getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

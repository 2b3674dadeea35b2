package com.duespark.documents.mail;

import com.duespark.documents.shared.Words;
import com.duespark.domain.invoices.InvoiceDocument.Seller;

/**
 * Who the mail is from: a square with initials and the name.
 *
 * @param fill {@code #RRGGBB}
 * @param ink readable on the fill
 */
public record Brand(String name, String initials, String fill, String ink) {

  public static final Brand DUESPARK = new Brand("Duespark", "D", "#17302A", "#FFBE2E");

  private static final String DARK = "#10211D";

  /** The square of a business in its own colour. */
  public static Brand of(Seller seller) {
    var fill = seller.colour().matches("#[0-9A-Fa-f]{6}") ? seller.colour() : "#17302A";
    return new Brand(seller.name(), Words.initials(seller.name()), fill, inkOn(fill));
  }

  /** White, or dark where white would fall below a contrast of 4.5 to 1. */
  private static String inkOn(String fill) {
    var rgb = Integer.parseInt(fill.substring(1), 16);
    var light =
        0.2126 * linear(rgb >> 16 & 0xFF)
            + 0.7152 * linear(rgb >> 8 & 0xFF)
            + 0.0722 * linear(rgb & 0xFF);
    return 1.05 / (light + 0.05) >= 4.5 ? "#FFFFFF" : DARK;
  }

  private static double linear(int channel) {
    var part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}

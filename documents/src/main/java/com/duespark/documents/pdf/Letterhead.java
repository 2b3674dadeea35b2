package com.duespark.documents.pdf;

import com.duespark.documents.shared.Words;
import com.duespark.domain.invoices.InvoiceDocument.Seller;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The business at the head of a sheet.
 *
 * @param lines address, then the tax id
 * @param logo a data URI that can be drawn; null draws the initials
 * @param onColour the colour of the initials, readable on the brand colour
 */
record Letterhead(
    String name,
    List<String> lines,
    @Nullable String logo,
    String initials,
    String colour,
    String onColour) {

  private static final String INK = "#10211D";
  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");

  static Letterhead of(Seller seller) {
    var lines = new ArrayList<String>();
    if (seller.legalName() != null && !seller.legalName().equals(seller.name())) {
      lines.add(seller.legalName());
    }
    lines.addAll(seller.addressLines());
    if (seller.taxId() != null) {
      lines.add("Tax no. " + seller.taxId().text());
    }
    var colour = COLOUR.matcher(seller.colour()).matches() ? seller.colour() : INK;
    return new Letterhead(
        seller.name(),
        List.copyOf(lines),
        Pictures.drawable(seller.logo()) ? seller.logo() : null,
        Words.initials(seller.name()),
        colour,
        isLight(colour) ? INK : "#FFFFFF");
  }

  private static boolean isLight(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 299 * (rgb >> 16) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255) > 150_000;
  }
}

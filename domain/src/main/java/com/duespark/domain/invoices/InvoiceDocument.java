package com.duespark.domain.invoices;

import com.duespark.domain.secrets.Confidential;
import com.duespark.domain.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as its reader sees it: frozen when it is issued (INV-35, MON-10), drawn as PDF, mail
 * and payer's page. Holds nothing internal: no ids, no internal notes (PTK-05).
 *
 * @param number null while a draft
 * @param reference the payer's own reference, for example a purchase order
 * @param discountTotal zero when there is no invoice discount
 * @param language BCP 47 tag for dates and amounts
 */
public record InvoiceDocument(
    Seller seller,
    Buyer buyer,
    @Nullable String number,
    @Nullable String reference,
    LocalDate issuedOn,
    LocalDate dueOn,
    List<Line> lines,
    Money subtotal,
    Money discountTotal,
    List<Tax> taxes,
    Money taxTotal,
    Money total,
    @Nullable String terms,
    @Nullable String notes,
    HowToPay howToPay,
    String language) {

  /**
   * The business that asks for the money.
   *
   * @param addressLines zero to five lines, country last
   * @param logo a PNG or JPEG as data URI; null draws the initials
   * @param colour the brand colour as {@code #RRGGBB}
   * @param replyTo where answers of the payer go
   */
  public record Seller(
      String name,
      @Nullable String legalName,
      List<String> addressLines,
      @Nullable Confidential taxId,
      @Nullable String email,
      @Nullable String logo,
      String colour,
      @Nullable String footer,
      @Nullable String replyTo) {}

  /** The customer. */
  public record Buyer(
      String name,
      @Nullable String companyName,
      List<String> addressLines,
      @Nullable Confidential taxId,
      @Nullable String email) {}

  /**
   * One line.
   *
   * @param qty above zero, no trailing zeros
   * @param rate major units of the invoice's currency, up to six decimals
   * @param discount what the line's own discount took off, zero or more
   * @param amount the net of the line (MON-04)
   */
  public record Line(
      String name,
      @Nullable String description,
      BigDecimal qty,
      @Nullable String unit,
      BigDecimal rate,
      Money discount,
      Money amount) {}

  /**
   * Tax of one rate (MON-07).
   *
   * @param percent for example 16
   */
  public record Tax(String code, String name, BigDecimal percent, Money base, Money tax) {}

  /** Ways to pay besides the link; each null when the business has not set it (CPY-02). */
  public record HowToPay(
      @Nullable String mpesaPaybill, @Nullable String payRef, @Nullable Confidential bankDetails) {}
}

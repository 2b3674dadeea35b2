package com.duespark.api.portal;

import com.duespark.documents.portal.PortalView;
import com.duespark.domain.invoices.InvoiceDocument;
import com.duespark.domain.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payer's invoice as JSON: nothing internal (PTK-05). */
@Schema(name = "PortalInvoice")
record PortalJson(
    Business business,
    @Nullable String invoiceNumber,
    String status,
    boolean isOverdue,
    LocalDate issueDate,
    LocalDate dueDate,
    String currency,
    List<Line> lineItems,
    Money subtotal,
    Money discountTotal,
    Money taxTotal,
    Money total,
    Money amountPaid,
    Money amountDue,
    List<String> paymentOptions,
    @Nullable LocalDate promisedOn,
    boolean disputed,
    List<String> allowedActions) {

  /** Who asks for the money. */
  @Schema(name = "PortalBusiness")
  record Business(String name, @Nullable String contactEmail) {}

  /** One line. */
  @Schema(name = "PortalLine")
  record Line(
      String name, @Nullable String description, BigDecimal qty, BigDecimal rate, Money amount) {}

  static PortalJson of(PortalView view) {
    var document = view.document();
    return new PortalJson(
        new Business(document.seller().name(), document.seller().replyTo()),
        document.number(),
        view.standing().status(),
        view.standing().isOverdue(),
        document.issuedOn(),
        document.dueOn(),
        document.total().currency().getCurrencyCode(),
        document.lines().stream()
            .map(
                line ->
                    new Line(
                        line.name(), line.description(), line.qty(), line.rate(), line.amount()))
            .toList(),
        document.subtotal(),
        document.discountTotal(),
        document.taxTotal(),
        document.total(),
        view.standing().amountPaid(),
        view.standing().amountDue(),
        options(view, document),
        view.answer().promisedOn(),
        view.answer().disputed(),
        actions(view));
  }

  private static List<String> actions(PortalView view) {
    var actions = new ArrayList<String>();
    if (view.answer().promiseUrl() != null) {
      actions.add("promise");
    }
    if (view.answer().disputeUrl() != null) {
      actions.add("dispute");
    }
    return actions;
  }

  private static List<String> options(PortalView view, InvoiceDocument document) {
    var options = new ArrayList<String>();
    if (view.cardOffered()) {
      options.add("CARD");
    }
    if (document.howToPay().mpesaPaybill() != null) {
      options.add("MPESA");
    }
    if (document.howToPay().bankDetails() != null) {
      options.add("BANK");
    }
    return options;
  }
}

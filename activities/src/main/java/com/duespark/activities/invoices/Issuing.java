package com.duespark.activities.invoices;

import com.duespark.domain.contacts.Contact;
import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.InvoiceCommand.Send;
import com.duespark.domain.invoices.InvoiceDocuments;
import com.duespark.domain.numbering.NumberKind;
import com.duespark.domain.numbering.Numbers;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Refused.Detail;
import com.duespark.domain.tenants.Tenants;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The moment an invoice becomes a document: guard, number, freeze (INV-20, NUM-03, INV-35). */
@Component
class Issuing {

  private final Contacts contacts;
  private final Tenants tenants;
  private final Numbers numbers;

  Issuing(Contacts contacts, Tenants tenants, Numbers numbers) {
    this.contacts = contacts;
    this.tenants = tenants;
    this.numbers = numbers;
  }

  Contact contactOf(Invoice invoice) {
    return contacts
        .find(invoice.contactId())
        .orElseThrow(() -> Refused.invalid("contact_id", "GONE", "The contact was deleted"));
  }

  /** Everything that forbids sending, all at once, so that a person can mend it in one go. */
  void guardSend(Invoice invoice, Contact contact, Send send) {
    var problems = new ArrayList<>(problemsOfIssue(invoice, contact));
    for (var channel : send.channels()) {
      if (channel != Channel.EMAIL) {
        problems.add(
            new Detail("channels", channel + " is not connected", "CHANNEL_NOT_CONNECTED"));
      } else if (send.emails().isEmpty() && contact.email() == null) {
        problems.add(
            new Detail("contact.email", "Email is required for sending via email", "REQUIRED"));
      } else if (contacts.suppressed(contact.id()).contains(channel)) {
        problems.add(
            new Detail("contact.email", "This contact does not want mail", "CHANNEL_SUPPRESSED"));
      }
    }
    refuseIfAny(problems);
  }

  /** What has to hold for any way of leaving DRAFT. */
  void guardIssue(Invoice invoice, Contact contact) {
    refuseIfAny(problemsOfIssue(invoice, contact));
  }

  private List<Detail> problemsOfIssue(Invoice invoice, Contact contact) {
    var problems = new ArrayList<Detail>();
    if (!contact.isActive()) {
      problems.add(
          new Detail(
              "contact_id", "The contact is " + contact.content().status(), "CONTACT_NOT_ACTIVE"));
    }
    if (!invoice.total().isPositive()) {
      problems.add(new Detail("line_items", "The total must be above zero", "TOTAL_IS_ZERO"));
    }
    return problems;
  }

  private static void refuseIfAny(List<Detail> problems) {
    if (!problems.isEmpty()) {
      throw Refused.invalid("Invoice cannot be sent", problems);
    }
  }

  /** Gives the number if it has none yet and freezes what the customer will see. */
  Invoice issue(Invoice invoice, Contact contact) {
    var number = invoice.number() == null ? numbers.next(NumberKind.INVOICE) : invoice.number();
    return invoice.issue(
        number, InvoiceDocuments.draw(invoice, number, tenants.current(), contact));
  }
}

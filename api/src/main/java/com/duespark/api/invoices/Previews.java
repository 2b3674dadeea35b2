package com.duespark.api.invoices;

import com.duespark.api.invoices.MailPreview.Attached;
import com.duespark.documents.mail.InvoiceMail;
import com.duespark.documents.mail.ReminderMail;
import com.duespark.domain.contacts.Contact;
import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.portal.PortalLinks;
import com.duespark.domain.reminders.DunningState;
import com.duespark.domain.reminders.DunningStates;
import com.duespark.domain.reminders.ReminderPolicies;
import com.duespark.domain.reminders.Tone;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes mails as they would leave, without a link of their own (EP-093, EP-107). */
@Component
@Transactional(readOnly = true)
public class Previews {

  private final Papers papers;
  private final Contacts contacts;
  private final DunningStates dunning;
  private final ReminderPolicies policies;
  private final PortalLinks links;
  private final Tenants tenants;

  Previews(
      Papers papers,
      Contacts contacts,
      DunningStates dunning,
      ReminderPolicies policies,
      PortalLinks links,
      Tenants tenants) {
    this.papers = papers;
    this.contacts = contacts;
    this.dunning = dunning;
    this.policies = policies;
    this.links = links;
    this.tenants = tenants;
  }

  /**
   * What a send would mail now.
   *
   * @param message the sender's own words; null for the usual ones
   */
  public MailPreview invoice(UUID invoiceId, @Nullable String message) {
    var drawn = papers.drawAsSent(invoiceId);
    var file = drawn.document().number() + ".pdf";
    var mail =
        InvoiceMail.write(drawn.document(), drawn.standing(), links.example(), message, file);
    return MailPreview.of(contactOf(drawn.invoice()).email(), mail, new Attached(file));
  }

  /**
   * What the next reminder would say of this invoice alone, at its slot; without one planned, now.
   *
   * @param wanted null for the tone of the plan
   * @param message the sender's own words; null for the usual ones
   * @throws Refused CONFLICT when there is nothing to remind of
   */
  public MailPreview reminder(UUID invoiceId, @Nullable Tone wanted, @Nullable String message) {
    var drawn = papers.drawAsSent(invoiceId);
    var invoice = drawn.invoice();
    if (!invoice.isPayable()) {
      throw Refused.conflict(
          "NOTHING_DUE", "Nobody is reminded of a %s invoice".formatted(invoice.status()));
    }
    var contact = contactOf(invoice);
    var next = dunning.of(invoiceId).next();
    var day = dayOf(next == null ? tenants.businessNow() : next.sendAt(), contact);
    int late = (int) ChronoUnit.DAYS.between(invoice.dueDate(), day);
    var item = new ReminderMail.Item(drawn.document(), drawn.standing(), late, links.example());
    var mail =
        ReminderMail.write(
            wanted == null ? tone(next, late) : wanted,
            List.of(item),
            ReminderMail.Rest.NONE,
            message);
    return MailPreview.of(contact.email(), mail, null);
  }

  private Tone tone(DunningState.@Nullable Next next, int late) {
    if (next != null) {
      return next.tone();
    }
    var policy = policies.all().getFirst();
    return Tone.choose(late, policy.toneNeutralAfterDays(), policy.toneFirmAfterDays());
  }

  /** The customer's day. */
  private LocalDate dayOf(Instant moment, Contact contact) {
    var own = contact.content().timezone();
    return LocalDate.ofInstant(moment, own == null ? tenants.current().zone() : ZoneId.of(own));
  }

  private Contact contactOf(Invoice invoice) {
    return contacts.findAny(invoice.contactId()).orElseThrow(() -> Refused.notFound("Contact"));
  }
}

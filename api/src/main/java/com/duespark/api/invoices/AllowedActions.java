package com.duespark.api.invoices;

import static com.duespark.domain.invoices.InvoiceStatus.DRAFT;
import static com.duespark.domain.invoices.InvoiceStatus.PAID;
import static com.duespark.domain.invoices.InvoiceStatus.SCHEDULED;
import static com.duespark.domain.invoices.InvoiceStatus.SENT;
import static com.duespark.domain.invoices.InvoiceStatus.VOID;

import com.duespark.api.shared.Caller;
import com.duespark.domain.contacts.Contact;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.members.Role;
import com.duespark.domain.reminders.Pause;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which acts on an invoice would be accepted now (API-40, API-41, API-46). Pure. */
final class AllowedActions {

  private AllowedActions() {}

  /**
   * The list, in the order of the specification.
   *
   * @param contact null when it was deleted
   * @param pause of this invoice's reminders
   */
  static List<String> of(Invoice invoice, @Nullable Contact contact, Pause pause, Caller caller) {
    var actions = new ArrayList<String>();
    boolean decided = !invoice.sendState().isUndecided();
    boolean staff = caller.is(Role.STAFF);
    var status = invoice.status();
    boolean sendable =
        decided
            && status.isBeforeSent()
            && contact != null
            && contact.isActive()
            && invoice.total().isPositive();
    add(
        actions,
        "update",
        caller.is(Role.AGENT) && decided && (status.isBeforeSent() || (status.isOpen() && staff)));
    boolean mailable =
        sendable && contact != null && contact.email() != null && caller.emailVerified();
    add(actions, "send", mailable && caller.canSend());
    add(actions, "schedule", mailable && staff);
    add(actions, "unschedule", staff && decided && status == SCHEDULED);
    add(actions, "mark_sent", staff && sendable);
    add(actions, "pause_reminders", staff && status.isOpen() && !pause.on());
    add(actions, "resume_reminders", staff && status.isOpen() && pause.on());
    add(
        actions,
        "record_payment",
        staff && decided && status != VOID && status != PAID && status != DRAFT);
    boolean voidable =
        invoice.isIssued()
            && (status == DRAFT || status == SCHEDULED || status == SENT)
            && invoice.amountPaid().isZero();
    add(actions, "void", staff && voidable);
    add(actions, "write_off", caller.is(Role.ADMIN) && decided && status.isOpen());
    add(actions, "duplicate", caller.is(Role.AGENT));
    add(actions, "download_pdf", true);
    add(actions, "download_receipt", status == PAID);
    add(actions, "revoke_portal_link", staff && invoice.isIssued());
    add(
        actions,
        "delete",
        caller.is(Role.STAFF) && decided && status == DRAFT && !invoice.isIssued());
    return actions;
  }

  private static void add(List<String> actions, String action, boolean allowed) {
    if (allowed) {
      actions.add(action);
    }
  }
}

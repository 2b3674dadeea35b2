package com.duespark.api.invoices;

import static com.duespark.domain.invoices.InvoiceStatus.DRAFT;
import static com.duespark.domain.invoices.InvoiceStatus.PAID;
import static com.duespark.domain.invoices.InvoiceStatus.SCHEDULED;
import static com.duespark.domain.invoices.InvoiceStatus.SENT;
import static com.duespark.domain.invoices.InvoiceStatus.VOID;
import static java.util.Map.entry;

import com.duespark.api.shared.Caller;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.contacts.Contact;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.SendState;
import com.duespark.domain.members.Role;
import com.duespark.domain.reminders.DisputeState;
import com.duespark.domain.reminders.DunningState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which acts on an invoice would be accepted now (API-40, API-41, API-46). Pure. */
final class AllowedActions {

  private static final Map<String, Scope> SCOPES =
      Map.ofEntries(
          entry("update", Scope.INVOICES_WRITE),
          entry("send", Scope.INVOICES_SEND),
          entry("schedule", Scope.INVOICES_SEND),
          entry("unschedule", Scope.INVOICES_SEND),
          entry("mark_sent", Scope.INVOICES_SEND),
          entry("remind", Scope.REMINDERS_WRITE),
          entry("pause_reminders", Scope.REMINDERS_WRITE),
          entry("resume_reminders", Scope.REMINDERS_WRITE),
          entry("dispute", Scope.REMINDERS_WRITE),
          entry("resolve_dispute", Scope.REMINDERS_WRITE),
          entry("promise", Scope.REMINDERS_WRITE),
          entry("record_payment", Scope.PAYMENTS_WRITE),
          entry("resolve_delivery", Scope.INVOICES_SEND),
          entry("void", Scope.INVOICES_WRITE),
          entry("write_off", Scope.INVOICES_WRITE),
          entry("duplicate", Scope.INVOICES_WRITE),
          entry("download_pdf", Scope.INVOICES_READ),
          entry("download_receipt", Scope.PAYMENTS_READ),
          entry("revoke_portal_link", Scope.INVOICES_SEND),
          entry("delete", Scope.INVOICES_WRITE));

  private AllowedActions() {}

  /**
   * The list, in the order of the specification.
   *
   * @param contact null when it was deleted
   * @param dunning how far chasing has got
   */
  static List<String> of(
      Invoice invoice, @Nullable Contact contact, DunningState dunning, Caller caller) {
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
    boolean written = staff ? status.isBeforeSent() || status.isOpen() : !invoice.isIssued();
    add(actions, "update", caller.is(Role.AGENT) && decided && written);
    boolean mailable =
        sendable && contact != null && contact.email() != null && caller.emailVerified();
    add(actions, "send", mailable && caller.canSend());
    add(actions, "schedule", mailable && staff);
    add(actions, "unschedule", staff && decided && status == SCHEDULED);
    add(actions, "mark_sent", staff && sendable);
    boolean chased = staff && status.isOpen();
    boolean disputed = dunning.dispute() == DisputeState.OPEN;
    boolean reachable = contact != null && contact.isActive() && contact.email() != null;
    add(actions, "remind", chased && decided && reachable && !disputed && caller.emailVerified());
    add(actions, "pause_reminders", chased && !dunning.pause().on());
    add(actions, "resume_reminders", chased && dunning.pause().on());
    add(actions, "dispute", chased && !disputed);
    add(actions, "resolve_dispute", chased && disputed);
    add(actions, "promise", chased);
    add(
        actions,
        "record_payment",
        staff && decided && status != VOID && status != PAID && status != DRAFT);
    boolean voidable =
        invoice.isIssued()
            && (status == DRAFT || status == SCHEDULED || status == SENT)
            && invoice.amountPaid().isZero();
    add(actions, "resolve_delivery", staff && invoice.sendState() == SendState.UNKNOWN);
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
    actions.removeIf(action -> !caller.covers(SCOPES.get(action)));
    return actions;
  }

  private static void add(List<String> actions, String action, boolean allowed) {
    if (allowed) {
      actions.add(action);
    }
  }
}

package com.duespark.api.contacts;

import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Cursor;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Paging;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.contacts.Contact;
import com.duespark.domain.contacts.ContactPages;
import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.contacts.FinancialSummaries;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.members.Role;
import com.duespark.domain.reminders.Pause;
import com.duespark.domain.reminders.Pauses;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads contacts with their figures. */
@Component
class ContactReader {

  private static final String[] SORTS = {
    "name",
    "-name",
    "outstanding_balance",
    "-outstanding_balance",
    "last_invoice_date",
    "-last_invoice_date"
  };
  private static final int RECENT = 5;

  private final Contacts contacts;
  private final ContactPages pages;
  private final FinancialSummaries summaries;
  private final Invoices invoices;
  private final Pauses pauses;
  private final Tenants tenants;

  ContactReader(
      Contacts contacts,
      ContactPages pages,
      FinancialSummaries summaries,
      Invoices invoices,
      Pauses pauses,
      Tenants tenants) {
    this.contacts = contacts;
    this.pages = pages;
    this.summaries = summaries;
    this.invoices = invoices;
    this.pauses = pauses;
    this.tenants = tenants;
  }

  static Refused missing() {
    return Refused.notFound("Contact");
  }

  /** An AGENT works with the contacts they created (RBC-20). */
  static boolean isInScope(Contact contact, Caller caller) {
    return caller.role() != Role.AGENT || caller.userId().equals(contact.createdBy());
  }

  @Transactional(readOnly = true)
  public ContactView read(UUID id, Caller caller) {
    return view(
        contacts
            .find(id)
            .filter(contact -> isInScope(contact, caller))
            .orElseThrow(ContactReader::missing),
        caller);
  }

  Contact any(UUID id) {
    return contacts.findAny(id).orElseThrow(ContactReader::missing);
  }

  ContactView view(Contact contact, Caller caller) {
    var today = tenants.today();
    var pause = pauses.ofContact(contact.id());
    return ContactView.of(
        contact,
        summaries.of(contact.id(), tenants.current().money(), today),
        invoices.latestOf(contact.id(), RECENT),
        contacts.suppressions(contact.id()),
        pause,
        today,
        actions(contact, pause, caller));
  }

  private static List<String> actions(Contact contact, Pause pause, Caller caller) {
    var actions = new ArrayList<String>();
    boolean writes = caller.covers(Scope.CONTACTS_WRITE);
    if (!contact.isErased() && caller.isPerson(Role.ADMIN)) {
      actions.add("ask_privacy");
    }
    if (contact.deletedAt() != null) {
      if (writes && caller.is(Role.ADMIN) && !contact.isErased()) {
        actions.add("restore");
      }
      return actions;
    }
    if (writes && caller.is(Role.AGENT)) {
      actions.add("update");
    }
    if (caller.covers(Scope.INVOICES_WRITE) && caller.is(Role.AGENT)) {
      actions.add("new_invoice");
    }
    if (caller.covers(Scope.REMINDERS_WRITE) && caller.is(Role.STAFF)) {
      actions.add(pause.on() ? "resume_reminders" : "pause_reminders");
    }
    if (writes && caller.is(Role.STAFF)) {
      actions.add("delete");
    }
    return actions;
  }

  @Transactional(readOnly = true)
  public Envelope<List<ContactLine>> page(ContactPages.Filter filter, Paging paging) {
    var sort = paging.sortBy(SORTS);
    var currency = tenants.current().currency();
    var today = tenants.today();
    var after = paging.after(sort);
    var rows =
        pages.page(
            filter,
            ContactPages.Sort.valueOf(sort.replace("-", "").toUpperCase(Locale.ROOT)),
            sort.startsWith("-"),
            after == null ? null : new ContactPages.After(after.value(), after.id()),
            currency,
            today,
            paging.fetch());
    var byId =
        StreamSupport.stream(
                contacts
                    .findAllById(rows.stream().map(ContactPages.Row::id).toList())
                    .spliterator(),
                false)
            .collect(Collectors.toMap(Contact::id, Function.identity()));
    return paging.page(
        rows,
        row -> ContactLine.of(Objects.requireNonNull(byId.get(row.id())), row),
        row -> new Cursor(sort, row.sortValue(), row.id()),
        () -> pages.count(filter, currency, today));
  }
}

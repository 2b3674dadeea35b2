package com.duespark.api.contacts;

import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Deleted;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.Meta;
import com.duespark.api.shared.Patch;
import com.duespark.api.shared.Reply;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.contacts.Contact;
import com.duespark.domain.contacts.ContactContent;
import com.duespark.domain.contacts.Contacts;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.numbering.NumberKind;
import com.duespark.domain.numbering.Numbers;
import com.duespark.domain.reminders.CadenceOutbox;
import com.duespark.domain.reminders.Cadences;
import com.duespark.domain.reminders.ReminderPolicies;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.TenantProfile;
import com.duespark.domain.tenants.Tenants;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes contacts. */
@Component
class ContactDesk {

  private static final int SEND_MINUTES = 30;

  private final Contacts contacts;
  private final ContactReader reader;
  private final Numbers numbers;
  private final Tenants tenants;
  private final Cadences cadences;
  private final CadenceOutbox outbox;
  private final ReminderPolicies policies;
  private final Audit audit;
  private final ProductEvents events;

  ContactDesk(
      Contacts contacts,
      ContactReader reader,
      Numbers numbers,
      Tenants tenants,
      Cadences cadences,
      CadenceOutbox outbox,
      ReminderPolicies policies,
      Audit audit,
      ProductEvents events) {
    this.contacts = contacts;
    this.reader = reader;
    this.numbers = numbers;
    this.tenants = tenants;
    this.cadences = cadences;
    this.outbox = outbox;
    this.policies = policies;
    this.audit = audit;
    this.events = events;
  }

  @Transactional
  public Reply<ContactView> create(ContactContent content, Caller caller, Trail trail) {
    content.check();
    requirePolicy(content);
    var contact =
        contacts.save(
            Contact.create(
                caller.tenantId(),
                numbers.next(NumberKind.CONTACT),
                content,
                sendMinute(tenants.current()),
                caller.userId()));
    audit.record(trail, "contact.created", "contact", contact.id(), null, contact.content());
    events.record(
        trail, "contacts.created", Map.of("contact_id", contact.id(), "type", content.type()));
    return Reply.created(reader.view(reader.any(contact.id()), caller)).warn(similar(contact));
  }

  /** Spreads reminders over half an hour (CON-14a); a test business wants them on the dot. */
  private static int sendMinute(TenantProfile tenant) {
    return tenant.isTest() ? 0 : ThreadLocalRandom.current().nextInt(SEND_MINUTES);
  }

  private List<Meta.Warning> similar(Contact contact) {
    var found = contacts.similar(contact.email(), contact.phone(), contact.id());
    return found.isEmpty()
        ? List.of()
        : List.of(
            new Meta.Warning(
                "SIMILAR_CONTACT", "Another contact has the same email or phone", found));
  }

  @Transactional
  public ContactView update(
      UUID id, Patch<ContactBody> patch, IfMatch ifMatch, Caller caller, Trail trail) {
    var contact = lock(id, ifMatch, caller);
    var before = contact.content();
    var after = patch.onto(ContactBody.of(before)).content();
    requirePolicy(after);
    var saved = contacts.save(contact.edit(after));
    audit.record(trail, "contact.updated", "contact", id, before, saved.content());
    tellCadence(id);
    return reader.view(reader.any(id), caller);
  }

  @Transactional
  public Deleted delete(UUID id, IfMatch ifMatch, Caller caller, Trail trail) {
    var contact = lock(id, ifMatch, caller);
    contacts.save(contact.delete(tenants.businessNow()));
    audit.record(trail, "contact.deleted", "contact", id, contact.content(), null);
    tellCadence(id);
    return new Deleted(id);
  }

  /** Restoring what is not deleted changes nothing. */
  @Transactional
  public ContactView restore(UUID id, Caller caller, Trail trail) {
    var contact = contacts.lockAny(id).orElseThrow(ContactReader::missing);
    if (contact.deletedAt() != null) {
      contacts.save(contact.restore());
      audit.record(trail, "contact.restored", "contact", id, null, contact.content());
      tellCadence(id);
    }
    return reader.view(reader.any(id), caller);
  }

  /**
   * The plan depends on address, timezone, country and wishes. Whoever owes nothing has no plan;
   * the contact's row is locked, so an invoice that opens meanwhile is planned after this.
   */
  private void tellCadence(UUID id) {
    if (cadences.isNeeded(id)) {
      outbox.changed(id);
    }
  }

  private void requirePolicy(ContactContent content) {
    var policy = content.reminderPolicyId();
    if (policy != null && policies.find(policy).isEmpty()) {
      throw Refused.invalid("reminder_policy_id", "NOT_FOUND", "There is no such policy");
    }
  }

  private Contact lock(UUID id, IfMatch ifMatch, Caller caller) {
    var contact =
        contacts
            .lock(id)
            .filter(found -> ContactReader.isInScope(found, caller))
            .orElseThrow(ContactReader::missing);
    ifMatch.check(contact.version(), () -> reader.view(contact, caller));
    return contact;
  }
}

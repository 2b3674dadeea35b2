package com.duespark.domain.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entry in plain English (AUD-05). {@code {who}} and {@code {it}} stand for names. */
public final class Words {

  private static final Map<String, String> SENTENCES =
      Map.ofEntries(
          Map.entry("tenant.created", "{who} founded the business"),
          Map.entry("tenant.updated", "{who} changed {what} of the business"),
          Map.entry("tenant.reminders_paused", "{who} paused all reminders"),
          Map.entry("tenant.reminders_resumed", "{who} let reminders go on"),
          Map.entry("tenant.organization_linked", "{who} linked the business to an organisation"),
          Map.entry(
              "tenant.organization_unlinked", "{who} unlinked the business from its organisation"),
          Map.entry("tenant.closed", "{who} closed the business"),
          Map.entry("tenant.reopened", "{who} opened the business again"),
          Map.entry("tenant.erased", "The business was erased, sixty days after it was closed"),
          Map.entry("test_clock.moved", "{who} moved the test clock"),
          Map.entry("member.created", "{it} became a member"),
          Map.entry("member.invited", "{who} invited {it}"),
          Map.entry("member.joined", "{it} came in"),
          Map.entry("member.updated", "{who} changed {what} of {it}"),
          Map.entry("member.removed", "{who} removed {it}"),
          Map.entry("api_key.created", "{who} made the key {it}"),
          Map.entry("api_key.revoked", "{who} revoked the key {it}"),
          Map.entry("member.profile_updated", "{who} changed {what} of their profile"),
          Map.entry("auth.signed_in", "{who} signed in"),
          Map.entry("auth.signed_out_everywhere", "{who} signed out on every device"),
          Map.entry("auth.signed_out_elsewhere", "{who} signed out on all other devices"),
          Map.entry("auth.session_ended", "{who} signed out on one device"),
          Map.entry("auth.password_reset", "{who} set a new password"),
          Map.entry("auth.password_changed", "{who} changed the password"),
          Map.entry("auth.identity_linked", "{who} linked the account of {it}"),
          Map.entry("auth.identity_unlinked", "{who} unlinked the account of {it}"),
          Map.entry("auth.password_ended", "{who} ended the password and sessions of {it}"),
          Map.entry("auth.account_updated", "{who} changed {what} of {it}"),
          Map.entry("invoice.draft_created", "{who} wrote the draft of {it}"),
          Map.entry("invoice.updated", "{who} changed {what} of {it}"),
          Map.entry("invoice.deleted", "{who} deleted the draft of {it}"),
          Map.entry("invoice.scheduled", "{who} scheduled {it}"),
          Map.entry("invoice.unscheduled", "{who} took back the schedule of {it}"),
          Map.entry("invoice.send_requested", "{who} asked to send {it}"),
          Map.entry("invoice.send_failed", "{it} could not be sent"),
          Map.entry("invoice.sent", "{it} was sent"),
          Map.entry("invoice.partially_paid", "{it} was paid in part"),
          Map.entry("invoice.paid", "{it} was paid in full"),
          Map.entry("invoice.voided", "{who} voided {it}"),
          Map.entry("invoice.written_off", "{who} wrote off {it}"),
          Map.entry("delivery.sent", "The mail of {it} was accepted"),
          Map.entry("delivery.resolved", "{who} said what became of a message of {it}"),
          Map.entry("payment.succeeded", "A payment for {it} was booked by {who}"),
          Map.entry("payment.failed", "A payment for {it} failed"),
          Map.entry("payment.refunded", "A payment for {it} was refunded"),
          Map.entry("portal_link.created", "{who} made a link to {it}"),
          Map.entry("portal_link.revoked", "{who} revoked the links to {it}"),
          Map.entry("contact.created", "{who} added the contact {it}"),
          Map.entry("contact.updated", "{who} changed {what} of {it}"),
          Map.entry("contact.deleted", "{who} deleted the contact {it}"),
          Map.entry("contact.restored", "{who} brought back the contact {it}"),
          Map.entry("contact.removed", "What law obliged to keep of an erased contact was deleted"),
          Map.entry("integration.connect_requested", "{who} asked to connect a payment account"),
          Map.entry("integration.connected", "A payment account was connected"),
          Map.entry("integration.connect_failed", "A payment account could not be connected"),
          Map.entry("integration.disconnected", "{who} disconnected a payment account"),
          Map.entry("numbering.updated", "{who} changed {what} of the numbering"),
          Map.entry("tax_rate.created", "{who} added the tax rate {it}"),
          Map.entry("tax_rate.updated", "{who} changed {what} of the tax rate {it}"),
          Map.entry("tax_rate.archived", "{who} archived the tax rate {it}"),
          Map.entry("tax_rate.deleted", "{who} deleted the tax rate {it}"),
          Map.entry("holiday.created", "{who} kept a day free: {it}"),
          Map.entry("holiday.deleted", "{who} made a free day a working day: {it}"),
          Map.entry("reminder_policy.created", "{who} added the reminder policy {it}"),
          Map.entry("reminder_policy.updated", "{who} changed {what} of the reminder policy {it}"),
          Map.entry("reminder_policy.deleted", "{who} deleted the reminder policy {it}"),
          Map.entry("reminder.sent", "A reminder of {it} was sent"),
          Map.entry("reminder.failed", "A reminder of {it} could not be sent"),
          Map.entry("reminders.pause", "{who} paused reminders to {it}"),
          Map.entry("reminders.resume", "{who} let reminders to {it} go on"),
          Map.entry("reminders.remindNow", "{who} reminded {it} by hand"),
          Map.entry("reminders.sendNow", "{who} sent {it} a planned reminder at once"),
          Map.entry("reminders.skip", "{who} skipped a reminder to {it}, or took that back"),
          Map.entry("reminders.decide", "{who} decided about a missed reminder to {it}"),
          Map.entry("reminders.move", "{who} changed a planned reminder to {it}"),
          Map.entry("reminders.promise", "{who} noted until when {it} pays"),
          Map.entry("reminders.dispute", "{who} noted that {it} disputes an invoice"),
          Map.entry("reminders.resolveDispute", "{who} settled a dispute with {it}"),
          Map.entry("reminders.usePolicy", "{who} changed how an invoice of {it} is chased"),
          Map.entry("reminders.mute", "{who} changed whether {it} is written to"),
          Map.entry("reminders.resolveDelivery", "{who} said what became of a reminder to {it}"),
          Map.entry("work_item.created", "A task to collect {it} was made"),
          Map.entry(
              "privacy.export_requested", "{who} asked for a copy of what is held about a person"),
          Map.entry("privacy.erase_requested", "{who} asked to erase a person"),
          Map.entry("privacy.overridden", "{who} let an erasure go on although money is open"),
          Map.entry("privacy.canceled", "{who} took a privacy request back"),
          Map.entry("privacy.exported", "What is held about a person was copied"),
          Map.entry("privacy.file_read", "{who} fetched the copy of what is held about a person"),
          Map.entry("privacy.erased", "A person was erased"),
          Map.entry("export.started", "{who} asked for an export of everything"),
          Map.entry("export.canceled", "{who} took an export back"),
          Map.entry("export.completed", "An export of everything was made"),
          Map.entry("export.failed", "An export of everything could not be made"),
          Map.entry("export.downloaded", "{who} fetched an export of everything"),
          Map.entry("export.expired", "An export of everything was deleted"),
          Map.entry("audit.exported", "{who} exported the audit log"),
          Map.entry("audit.personal_erased", "Personal values of an entry were erased"),
          Map.entry("audit.month_dropped", "An old month of the audit log was deleted"),
          Map.entry("dead_letters.listed", "{who} looked through what waits for a person"),
          Map.entry("webhook_events.listed", "{who} looked through what providers told"),
          Map.entry("tenants.searched", "{who} searched for a business"),
          Map.entry("tenant.opened", "{who}, of the platform, looked at the business"),
          Map.entry(
              "tenant.quotas_set", "{who}, of the platform, set how much the business may take"),
          Map.entry("dead_letter.opened", "{who}, of the platform, looked at an event that failed"),
          Map.entry(
              "dead_letter.requeued",
              "{who}, of the platform, had an event that failed tried again"),
          Map.entry(
              "dead_letter.discarded", "{who}, of the platform, settled an event that failed"),
          Map.entry(
              "webhook_event.opened", "{who}, of the platform, looked at an event of a provider"),
          Map.entry(
              "webhook_event.reprocessed",
              "{who}, of the platform, had an event of a provider taken again"),
          Map.entry("staff.granted", "{who} gave {it} a role of the platform"),
          Map.entry("staff.revoked", "{who} took the role of the platform from {it}"));

  private Words() {}

  /** The sentence of an entry, without a full stop. */
  public static String of(AuditEntry entry) {
    var changes = Change.of(entry.before(), entry.after());
    var sentence =
        Objects.requireNonNullElseGet(SENTENCES.get(entry.action()), () -> unknown(entry.action()));
    boolean single = changes.size() == 1 && sentence.contains("{what}");
    var text =
        sentence
            .replace("{what}", what(changes))
            .replace("{who}", who(entry.actor(), entry.actorName()))
            .replace("{it}", it(entry));
    return single ? text + fromTo(changes.getFirst()) : text;
  }

  static boolean knows(String action) {
    return SENTENCES.containsKey(action);
  }

  /** Who acted: a person's or a key's name, or what it is if it has none. */
  public static String who(String actor, @Nullable String name) {
    if (name != null) {
      return name;
    }
    return switch (actor) {
      case "system" -> "Duespark";
      case "portal" -> "The customer";
      case "bot" -> "The bot";
      case "terminal" -> "Whoever runs the installation";
      default ->
          actor.startsWith("provider:")
              ? capital(actor.substring("provider:".length()))
              : nameless(actor);
    };
  }

  private static String nameless(String actor) {
    return Trail.of(actor, null, null).isKey() ? "A key" : "Somebody who is gone";
  }

  private static String it(AuditEntry entry) {
    var name = entry.entityName();
    return name != null ? name : "one " + entry.entityType().replace('_', ' ');
  }

  private static String what(List<Change> changes) {
    return switch (changes.size()) {
      case 0 -> "nothing";
      case 1 -> "the " + changes.getFirst().field().replace('_', ' ').replace(".", ", ");
      default -> changes.size() + " fields";
    };
  }

  private static String fromTo(Change change) {
    return change.erased()
        ? ""
        : " from %s to %s"
            .formatted(
                Objects.requireNonNullElse(change.before(), "nothing"),
                Objects.requireNonNullElse(change.after(), "nothing"));
  }

  /** {@code quote.approved} becomes "{who}: quote approved". */
  private static String unknown(String action) {
    return "{who}: " + action.replace('.', ' ').replace('_', ' ');
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}

package com.duespark.api.reminders;

import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Cursor;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Paging;
import com.duespark.domain.reminders.Reminder;
import com.duespark.domain.reminders.ReminderPages;
import com.duespark.domain.reminders.ReminderPages.After;
import com.duespark.domain.reminders.ReminderPages.Filter;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads reminders in order of their slot, the soonest first unless asked otherwise. */
@Component
class ReminderReader {

  private static final String SOONEST_FIRST = "send_at";
  private static final String LATEST_FIRST = "-send_at";

  /** Steps of several cycles, and what was sent by hand. */
  private static final int MOST_DECISIONS = 500;

  private final ReminderPages pages;
  private final Tenants tenants;

  ReminderReader(ReminderPages pages, Tenants tenants) {
    this.pages = pages;
    this.tenants = tenants;
  }

  Reminder find(UUID id) {
    return pages.find(id).orElseThrow(() -> Refused.notFound("Reminder"));
  }

  /** Everything that was decided about one invoice, in order of the slots. */
  List<Reminder> all(UUID invoiceId) {
    return pages.page(Filter.of(invoiceId, null), false, null, MOST_DECISIONS);
  }

  ReminderView show(UUID id, Caller caller) {
    return ReminderView.of(find(id), caller, tenants.businessNow());
  }

  @Transactional(readOnly = true)
  public Envelope<List<ReminderView>> page(Filter filter, Paging paging, Caller caller) {
    var now = tenants.businessNow();
    var sort = paging.sortBy(SOONEST_FIRST, LATEST_FIRST);
    var after = paging.after(sort);
    var rows =
        pages.page(
            filter,
            sort.equals(LATEST_FIRST),
            after == null ? null : new After(after.moment(), after.id()),
            paging.fetch());
    return paging.page(
        rows,
        reminder -> ReminderView.of(reminder, caller, now),
        reminder -> new Cursor(sort, reminder.sendAt().toString(), reminder.id()),
        () -> pages.count(filter));
  }
}

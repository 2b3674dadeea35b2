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
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads reminders in order of their slot, the soonest first unless asked otherwise. */
@Component
class ReminderReader {

  private static final String SOONEST_FIRST = "send_at";
  private static final String LATEST_FIRST = "-send_at";

  private final ReminderPages pages;

  ReminderReader(ReminderPages pages) {
    this.pages = pages;
  }

  Reminder find(UUID id) {
    return pages.find(id).orElseThrow(() -> Refused.notFound("Reminder"));
  }

  @Transactional(readOnly = true)
  public Envelope<List<ReminderView>> page(Filter filter, Paging paging, Caller caller) {
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
        reminder -> ReminderView.of(reminder, caller),
        reminder -> new Cursor(sort, reminder.sendAt().toString(), reminder.id()),
        () -> pages.count(filter));
  }
}

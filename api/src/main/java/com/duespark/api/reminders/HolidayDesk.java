package com.duespark.api.reminders;

import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Deleted;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.reminders.CadenceOutbox;
import com.duespark.domain.reminders.Holiday;
import com.duespark.domain.reminders.Holidays;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes the business's own free days; every plan is made again. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HolidayDesk {

  private static final int YEARS = 10;

  private final Holidays holidays;
  private final Tenants tenants;
  private final CadenceOutbox cadences;
  private final Audit audit;

  HolidayDesk(Holidays holidays, Tenants tenants, CadenceOutbox cadences, Audit audit) {
    this.holidays = holidays;
    this.tenants = tenants;
    this.cadences = cadences;
    this.audit = audit;
  }

  Holiday add(LocalDate day, String name, Caller caller, Trail trail) {
    tenants.lockCurrent();
    var today = tenants.today();
    if (day.isBefore(today.minusYears(YEARS)) || day.isAfter(today.plusYears(YEARS))) {
      throw Refused.invalid("day", "RANGE", "Choose a day within %d years".formatted(YEARS));
    }
    if (holidays.count() >= Holidays.LIMIT) {
      throw Refused.conflict("TOO_MANY", "At most %d free days".formatted(Holidays.LIMIT));
    }
    var holiday =
        holidays
            .add(day, name, caller.userId())
            .orElseThrow(() -> Refused.conflict("DUPLICATE", "%s is free already".formatted(day)));
    cadences.changedAll();
    audit.record(trail, "holiday.created", "holiday", holiday.id(), null, holiday);
    return holiday;
  }

  Deleted remove(UUID id, Trail trail) {
    tenants.lockCurrent();
    var holiday = holidays.find(id).orElseThrow(() -> Refused.notFound("Holiday"));
    holidays.remove(id);
    cadences.changedAll();
    audit.record(trail, "holiday.deleted", "holiday", id, holiday, null);
    return new Deleted(id);
  }
}

package com.duespark.api.tenants;

import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Identity;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.Patch;
import com.duespark.domain.accounts.Founding;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.closings.Closing;
import com.duespark.domain.closings.ClosingNotices;
import com.duespark.domain.closings.ClosingOutbox;
import com.duespark.domain.closings.Closings;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.members.Role;
import com.duespark.domain.reminders.CadenceOutbox;
import com.duespark.domain.reminders.Pause;
import com.duespark.domain.reminders.Pauses;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.storage.TenantScope;
import com.duespark.domain.tenants.SettingsRules;
import com.duespark.domain.tenants.TenantKind;
import com.duespark.domain.tenants.TenantProfile;
import com.duespark.domain.tenants.Tenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Founds, reads and changes businesses. */
@Component
class Businesses {

  private static final String UPDATE = "update";
  private static final String PAUSE = "pause_reminders";
  private static final String CLOSE = "close";
  private static final String REOPEN = "reopen";

  private final Tenants tenants;
  private final Founding founding;
  private final TenantScope scope;
  private final Pauses pauses;
  private final CadenceOutbox cadences;
  private final Closings closings;
  private final ClosingOutbox closingOutbox;
  private final ClosingNotices notices;
  private final Audit audit;
  private final ProductEvents events;
  private final BusinessSettings settings;

  Businesses(
      Tenants tenants,
      Founding founding,
      TenantScope scope,
      Pauses pauses,
      CadenceOutbox cadences,
      Closings closings,
      ClosingOutbox closingOutbox,
      ClosingNotices notices,
      Audit audit,
      ProductEvents events,
      BusinessSettings settings) {
    this.tenants = tenants;
    this.founding = founding;
    this.scope = scope;
    this.pauses = pauses;
    this.cadences = cadences;
    this.closings = closings;
    this.closingOutbox = closingOutbox;
    this.notices = notices;
    this.audit = audit;
    this.events = events;
    this.settings = settings;
  }

  @Transactional
  public TenantView found(FoundBody body, Identity owner, Trail trail) {
    owner.requireSession();
    var kind = Objects.requireNonNullElse(body.kind(), TenantKind.LIVE);
    if (kind == TenantKind.TEST && !settings.testBusinesses()) {
      throw new Refused(
          ErrorCode.FORBIDDEN,
          "This installation has no test businesses",
          List.of(new Refused.Detail("kind", "TEST is switched off here", "TEST_BUSINESSES_OFF")));
    }
    var place = Place.of(body.country(), body.timezone(), body.currency());
    var business =
        TenantProfile.found(
            Ids.next(),
            body.name().strip(),
            Objects.requireNonNullElse(body.profileId(), "general"),
            place.zone(),
            place.currency(),
            place.country(),
            Objects.requireNonNullElse(body.locale(), "en"),
            kind,
            owner.userId());
    return scope.within(
        business.id(),
        () ->
            TenantView.of(
                founding.found(business, owner.userId(), trail),
                Closing.NONE,
                Pause.NONE,
                tenants.today(),
                List.of(UPDATE, PAUSE, CLOSE)));
  }

  @Transactional(readOnly = true)
  public TenantView read(Caller caller) {
    return view(tenants.current(), caller);
  }

  @Transactional
  public TenantView update(Patch<TenantBody> patch, IfMatch ifMatch, Caller caller, Trail trail) {
    var before = tenants.lockCurrent();
    ifMatch.check(before.version(), () -> view(before, caller));
    var body = patch.onto(TenantBody.of(before));
    SettingsRules.check(body.settings());
    var place = Place.of(body.country(), body.timezone(), body.currency());
    var after =
        tenants.save(
            before.edit(
                body.name().strip(),
                place.zone(),
                place.currency(),
                place.country(),
                body.locale(),
                body.settings()));
    audit.record(trail, "tenant.updated", "tenant", after.id(), before, after);
    if (movesReminders(before, after)) {
      cadences.changedAll();
    }
    return view(after, caller);
  }

  /** Slots depend on the zone, the public holidays and the sending hours (REM-20 to REM-22). */
  private static boolean movesReminders(TenantProfile before, TenantProfile after) {
    return !before.timezone().equals(after.timezone())
        || !before.country().equals(after.country())
        || !before.settings().sending().equals(after.settings().sending());
  }

  /** Holds every reminder of the business (REM-33). */
  @Transactional
  public TenantView pauseReminders(@Nullable Instant until, Caller caller, Trail trail) {
    if (until != null && !until.isAfter(tenants.businessNow())) {
      throw Refused.invalid("until", "IN_THE_PAST", "Choose a moment in the future");
    }
    return pause(new Pause(true, until), "tenant.reminders_paused", caller, trail);
  }

  @Transactional
  public TenantView resumeReminders(Caller caller, Trail trail) {
    return pause(Pause.NONE, "tenant.reminders_resumed", caller, trail);
  }

  private TenantView pause(Pause wanted, String what, Caller caller, Trail trail) {
    var tenant = tenants.lockCurrent();
    var before = pauses.ofBusiness();
    pauses.pauseBusiness(wanted);
    cadences.changedAll();
    audit.record(trail, what, "tenant", tenant.id(), before, wanted);
    return view(tenant, caller);
  }

  /**
   * Closes the business (RET-07): everything stands still, and it is erased after its days.
   *
   * @param name typed by whoever closes it
   */
  @Transactional
  public TenantView close(String name, Caller caller, Trail trail) {
    var tenant = tenants.lockCurrent();
    if (!name.strip().equals(tenant.name())) {
      throw Refused.invalid(
          "name", "NOT_THE_NAME", "Type the name of the business as it is: " + tenant.name());
    }
    requireNothingUnderWay();
    closings.close();
    pauses.pauseBusiness(new Pause(true, null));
    cadences.changedAll();
    closingOutbox.changed();
    var closing = closings.current();
    audit.record(trail, "tenant.closed", "tenant", tenant.id(), null, closing);
    events.record(trail, "tenant.closed", Map.of());
    notices.closed(tenant, closing, caller.userId());
    return view(tenants.current(), caller);
  }

  /** What is on its way would be sent, or written down, after the closing. */
  private void requireNothingUnderWay() {
    int scheduled = closings.scheduledInvoices();
    if (scheduled > 0) {
      throw Refused.conflict(
          "SCHEDULED_INVOICES",
          "Invoices are scheduled (%d) and would be sent; unschedule them or send them first"
              .formatted(scheduled));
    }
    if (closings.isUnderWay()) {
      throw Refused.conflict("UNDER_WAY", "Something is being sent; try again in a minute");
    }
  }

  /** Opens a closed business again. Reminders stay paused until somebody lets them go on. */
  @Transactional
  public TenantView reopen(Caller caller, Trail trail) {
    var tenant = tenants.lockCurrent();
    var before = closings.current();
    if (!before.isClosed()) {
      throw Refused.conflict("OPEN", "The business is open");
    }
    if (!closings.reopen()) {
      throw Refused.conflict("ERASED", "Its sixty days are over; it is being erased");
    }
    closingOutbox.changed();
    audit.record(trail, "tenant.reopened", "tenant", tenant.id(), before, null);
    events.record(trail, "tenant.reopened", Map.of());
    return view(tenants.current(), caller);
  }

  private TenantView view(TenantProfile tenant, Caller caller) {
    var pause = pauses.ofBusiness();
    var closing = closings.current();
    return TenantView.of(
        tenant,
        closing,
        pause,
        tenants.today(),
        closing.isClosed() ? List.of(REOPEN) : actions(pause, caller));
  }

  private static List<String> actions(Pause pause, Caller caller) {
    var actions = new ArrayList<String>();
    if (caller.isPerson(Role.ADMIN)) {
      actions.add(UPDATE);
    }
    if (caller.is(Role.ADMIN) && caller.covers(Scope.REMINDERS_WRITE)) {
      actions.add(pause.on() ? "resume_reminders" : PAUSE);
    }
    if (caller.isPerson(Role.OWNER)) {
      actions.add(CLOSE);
    }
    return actions;
  }
}

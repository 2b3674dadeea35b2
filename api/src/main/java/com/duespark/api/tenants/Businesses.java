package com.duespark.api.tenants;

import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Identity;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.Patch;
import com.duespark.domain.accounts.Founding;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.storage.TenantScope;
import com.duespark.domain.tenants.SettingsRules;
import com.duespark.domain.tenants.TenantKind;
import com.duespark.domain.tenants.TenantProfile;
import com.duespark.domain.tenants.Tenants;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Founds, reads and changes businesses. */
@Component
class Businesses {

  private final Tenants tenants;
  private final Founding founding;
  private final TenantScope scope;
  private final Audit audit;
  private final BusinessSettings settings;

  Businesses(
      Tenants tenants,
      Founding founding,
      TenantScope scope,
      Audit audit,
      BusinessSettings settings) {
    this.tenants = tenants;
    this.founding = founding;
    this.scope = scope;
    this.audit = audit;
    this.settings = settings;
  }

  @Transactional
  public TenantView found(FoundBody body, Identity owner, Trail trail) {
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
                tenants.today(),
                List.of("update")));
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
    return view(after, caller);
  }

  private TenantView view(TenantProfile tenant, Caller caller) {
    return TenantView.of(tenant, tenants.today(), caller);
  }
}

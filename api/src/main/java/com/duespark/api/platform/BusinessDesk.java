package com.duespark.api.platform;

import com.duespark.api.platform.BusinessViews.BusinessView;
import com.duespark.api.platform.BusinessViews.OpenedBusinessView;
import com.duespark.api.platform.BusinessViews.QuotasView;
import com.duespark.api.shared.Identity;
import com.duespark.api.shared.IfMatch;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.platform.FoundBusiness;
import com.duespark.domain.platform.FoundBusinesses;
import com.duespark.domain.quotas.OwnQuota;
import com.duespark.domain.quotas.Quotas;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.storage.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A business whose id or member is known: found, opened, given more or less (TNC-05). */
@Component
@Transactional
class BusinessDesk {

  private static final String TYPE = "tenant";

  private final FoundBusinesses businesses;
  private final Quotas quotas;
  private final TenantScope scope;
  private final PlatformAudit audit;

  BusinessDesk(FoundBusinesses businesses, Quotas quotas, TenantScope scope, PlatformAudit audit) {
    this.businesses = businesses;
    this.quotas = quotas;
    this.scope = scope;
    this.audit = audit;
  }

  public List<BusinessView> find(Identity staff, String asked, Trail trail) {
    audit.listed(trail, "tenants.searched", TYPE);
    return businesses.find(staff.userId(), asked).stream().map(BusinessView::of).toList();
  }

  public OpenedBusinessView open(Identity staff, UUID id, Trail trail) {
    var business = find(staff, id);
    audit.done(trail, "tenant.opened", TYPE, id, id, Map.of());
    return view(business);
  }

  public OpenedBusinessView set(
      Identity staff, UUID id, QuotaBody body, IfMatch seen, Trail trail) {
    var business = find(staff, id);
    var before = own(id);
    seen.check(before.version(), () -> view(business));
    if (!quotas.set(staff.userId(), id, body.since(before.version()))) {
      throw Refused.conflict("CHANGED", "Somebody else set them at the same moment; look again");
    }
    audit.changed(trail, "tenant.quotas_set", TYPE, id, before, own(id));
    return view(business);
  }

  private FoundBusiness find(Identity staff, UUID id) {
    return businesses.find(staff.userId(), id).orElseThrow(() -> Refused.notFound("Business"));
  }

  private OwnQuota own(UUID id) {
    return scope.within(id, quotas::own);
  }

  private OpenedBusinessView view(FoundBusiness business) {
    return new OpenedBusinessView(
        BusinessView.of(business), QuotasView.of(own(business.id()), quotas.standard()));
  }
}

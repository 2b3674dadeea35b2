package com.duespark.api.taxrates;

import com.duespark.api.shared.Caller;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.Patch;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.taxrates.TaxRate;
import com.duespark.domain.taxrates.TaxRates;
import com.duespark.domain.tenants.Tenants;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes tax rates. */
@Component
class TaxRateDesk {

  private final TaxRates rates;
  private final Tenants tenants;
  private final Audit audit;

  TaxRateDesk(TaxRates rates, Tenants tenants, Audit audit) {
    this.rates = rates;
    this.tenants = tenants;
    this.audit = audit;
  }

  @Transactional
  public TaxRateView create(NewTaxRateBody body, Caller caller, Trail trail) {
    tenants.lockCurrent();
    if (rates.all().size() >= TaxRates.LIMIT) {
      throw Refused.conflict("TOO_MANY", "At most %d tax rates".formatted(TaxRates.LIMIT));
    }
    var code = body.code().toUpperCase(Locale.ROOT);
    if (rates.byCode(code).isPresent()) {
      throw Refused.conflict("DUPLICATE", "There is a tax rate %s already".formatted(code));
    }
    var rate =
        TaxRate.create(
            caller.tenantId(),
            code,
            body.name().strip(),
            body.percent(),
            Boolean.TRUE.equals(body.isDefault()),
            caller.userId());
    var saved = save(rate);
    audit.record(trail, "tax_rate.created", "tax_rate", saved.id(), null, saved);
    return TaxRateView.of(saved, caller);
  }

  @Transactional
  public TaxRateView update(
      UUID id, Patch<TaxRateBody> patch, IfMatch ifMatch, Caller caller, Trail trail) {
    var before = lock(id, ifMatch, caller);
    var body = patch.onto(TaxRateBody.of(before));
    var after =
        save(before.edit(body.name().strip(), body.percent(), body.isDefault(), body.status()));
    audit.record(trail, "tax_rate.updated", "tax_rate", id, before, after);
    return TaxRateView.of(after, caller);
  }

  /** A rate that a document carries is archived instead. */
  @Transactional
  public TaxRateView delete(UUID id, IfMatch ifMatch, Caller caller, Trail trail) {
    var before = lock(id, ifMatch, caller);
    var used = rates.isUsed(before.code());
    var after = rates.save(used ? before.archive() : before.delete(tenants.businessNow()));
    var action = used ? "tax_rate.archived" : "tax_rate.deleted";
    audit.record(trail, action, "tax_rate", id, before, after);
    return TaxRateView.of(after, caller);
  }

  /** The tenant's row is locked first: one change of the default at a time. */
  private TaxRate lock(UUID id, IfMatch ifMatch, Caller caller) {
    tenants.lockCurrent();
    var rate = rates.lock(id).orElseThrow(() -> Refused.notFound("Tax rate"));
    ifMatch.check(rate.version(), () -> TaxRateView.of(rate, caller));
    return rate;
  }

  private TaxRate save(TaxRate rate) {
    if (rate.isDefault()) {
      rates.clearDefault(rate.id());
    }
    return rates.save(rate);
  }
}

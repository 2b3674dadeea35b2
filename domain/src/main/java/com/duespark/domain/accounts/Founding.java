package com.duespark.domain.accounts;

import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.members.Member;
import com.duespark.domain.members.Members;
import com.duespark.domain.tenants.TenantProfile;
import com.duespark.domain.tenants.TenantSeed;
import com.duespark.domain.tenants.Tenants;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Founds a business: its row, its owner, and what every vertical gives it. Runs in a transaction
 * whose tenant is the new one.
 */
@Component
public class Founding {

  private final Tenants tenants;
  private final Members members;
  private final List<TenantSeed> seeds;
  private final Audit audit;
  private final ProductEvents events;

  Founding(
      Tenants tenants, Members members, List<TenantSeed> seeds, Audit audit, ProductEvents events) {
    this.tenants = tenants;
    this.members = members;
    this.seeds = seeds;
    this.audit = audit;
    this.events = events;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public TenantProfile found(TenantProfile business, UUID owner, Trail trail) {
    var founded = tenants.save(business);
    var member = members.save(Member.owner(founded.id(), owner));
    seeds.forEach(seed -> seed.seed(founded));
    audit.record(trail, "tenant.created", "tenant", founded.id(), null, founded);
    audit.record(trail, "member.created", "member", member.id(), null, member);
    events.record(
        trail,
        "tenant.created",
        Map.of(
            "kind", founded.kind(), "country", founded.country(), "currency", founded.currency()));
    return founded;
  }
}

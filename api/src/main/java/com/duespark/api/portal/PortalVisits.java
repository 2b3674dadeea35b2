package com.duespark.api.portal;

import com.duespark.api.shared.Rates;
import com.duespark.domain.portal.PortalToken;
import com.duespark.domain.portal.PortalTokens;
import com.duespark.domain.secrets.SecretTokens;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.tenants.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Opens a payer's link: unknown, expired and revoked look alike (PTK-06, RAT-03, RAT-04). */
@Component
class PortalVisits {

  /** A link that opens. */
  record Visit(UUID tokenId, UUID tenantId, UUID invoiceId) {}

  private final PortalTokens tokens;
  private final Tenants tenants;
  private final Rates rates;

  PortalVisits(PortalTokens tokens, Tenants tenants, Rates rates) {
    this.tokens = tokens;
    this.tenants = tenants;
    this.rates = rates;
  }

  /**
   * Does something for whoever holds the secret, in the name of its tenant.
   *
   * @throws Refused LINK_EXPIRED when it opens nothing, RATE_LIMITED when it is tried too often
   */
  <T> T visit(String secret, HttpServletRequest request, Function<Visit, T> work) {
    var owner = tokens.byHash(SecretTokens.hash(secret));
    if (owner.isEmpty()) {
      rates.take("portal/unknown/" + request.getRemoteAddr(), rates.settings().portalUnknown());
      throw expired();
    }
    return Tenant.call(
        owner.get().tenantId(),
        () -> {
          var token =
              tokens
                  .find(owner.get().tokenId())
                  .filter(found -> found.opens(tenants.businessNow()))
                  .orElseThrow(PortalVisits::expired);
          rates.take("portal/token/" + token.id(), rates.settings().portal());
          tokens.used(token.id());
          return work.apply(visit(token));
        });
  }

  private static Visit visit(PortalToken token) {
    return new Visit(token.id(), token.tenantId(), token.invoiceId());
  }

  private static Refused expired() {
    return new Refused(ErrorCode.LINK_EXPIRED, "Link expired", List.of());
  }
}

package com.duespark.api.portal;

import com.duespark.api.shared.Rates;
import com.duespark.api.shared.RequestId;
import com.duespark.domain.commands.Command;
import com.duespark.domain.commands.CommandBody;
import com.duespark.domain.commands.Commands;
import com.duespark.domain.deliveries.Deliveries;
import com.duespark.domain.deliveries.Delivery;
import com.duespark.domain.deliveries.DeliveryType;
import com.duespark.domain.deliveries.Resolution;
import com.duespark.domain.invoices.InvoiceCommand.ResolveDelivery;
import com.duespark.domain.portal.PortalToken;
import com.duespark.domain.portal.PortalTokens;
import com.duespark.domain.reminders.CadenceCommand.ResolveReminder;
import com.duespark.domain.secrets.SecretTokens;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.tenants.TenantStatus;
import com.duespark.domain.tenants.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Opens a payer's link: unknown, expired, revoked and one of a closed business look alike (PTK-06,
 * RAT-03, RAT-04).
 */
@Component
class PortalVisits {

  /** A link that opens. */
  record Visit(UUID tokenId, UUID tenantId, UUID invoiceId) {}

  private final PortalTokens tokens;
  private final Deliveries deliveries;
  private final Commands commands;
  private final Tenants tenants;
  private final Rates rates;

  PortalVisits(
      PortalTokens tokens, Deliveries deliveries, Commands commands, Tenants tenants, Rates rates) {
    this.tokens = tokens;
    this.deliveries = deliveries;
    this.commands = commands;
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
      var limits = rates.settings();
      rates.takeOrShut(
          "portal/unknown/" + request.getRemoteAddr(), limits.portalUnknown(), limits.portalShut());
      throw expired();
    }
    return Tenant.call(
        owner.get().tenantId(),
        () -> {
          var token =
              tokens
                  .find(owner.get().tokenId())
                  .filter(found -> found.opens(tenants.businessNow()))
                  .filter(found -> tenants.current().status() != TenantStatus.CLOSED)
                  .orElseThrow(PortalVisits::expired);
          rates.take("portal/token/" + token.id(), rates.settings().portal());
          tokens.used(token.id());
          deliveries.unknownByLink(token.id()).ifPresent(this::arrived);
          return work.apply(visit(token));
        });
  }

  /** Whoever holds the link of a message has the message: what was UNKNOWN was sent (WF-04f). */
  private void arrived(Delivery delivery) {
    var invoiceId = delivery.invoiceId();
    var contactId = delivery.contactId();
    if (invoiceId != null) {
      store(delivery, invoiceId, new ResolveDelivery(delivery.id(), Resolution.SENT));
    } else if (delivery.type() == DeliveryType.REMINDER && contactId != null) {
      store(delivery, contactId, new ResolveReminder(delivery.id(), Resolution.SENT));
    }
  }

  private void store(Delivery delivery, UUID entityId, CommandBody body) {
    commands.save(Command.of(delivery.tenantId(), entityId, body, "portal", RequestId.current()));
  }

  private static Visit visit(PortalToken token) {
    return new Visit(token.id(), token.tenantId(), token.invoiceId());
  }

  private static Refused expired() {
    return new Refused(ErrorCode.LINK_EXPIRED, "Link expired", List.of());
  }
}

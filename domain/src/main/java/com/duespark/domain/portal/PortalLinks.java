package com.duespark.domain.portal;

import com.duespark.domain.deliveries.Delivery;
import com.duespark.domain.secrets.SecretTokens;
import com.duespark.domain.shared.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes and spells the payer's links (PTK-01 to PTK-03). */
@Component
public class PortalLinks {

  private final PortalTokens tokens;
  private final SecretTokens secrets;
  private final String publicUrl;

  public PortalLinks(
      PortalTokens tokens,
      SecretTokens secrets,
      @Value("${duespark.public-url}") String publicUrl) {
    this.tokens = tokens;
    this.secrets = secrets;
    this.publicUrl = publicUrl;
  }

  /**
   * A fresh link to an invoice, in the running transaction.
   *
   * @param now the tenant's time
   */
  public PortalToken create(
      UUID invoiceId, LocalDate dueOn, Instant now, @Nullable UUID createdBy) {
    return tokens.save(draw(invoiceId, dueOn, now, createdBy));
  }

  /** A fresh link that goes out with a message, in the running transaction. */
  public PortalToken create(UUID invoiceId, LocalDate dueOn, Instant now, Delivery carrier) {
    return tokens.save(draw(invoiceId, dueOn, now, null).sentWith(carrier.id()));
  }

  private PortalToken draw(UUID invoiceId, LocalDate dueOn, Instant now, @Nullable UUID createdBy) {
    var id = PortalToken.newId();
    var afterDue = dueOn.atStartOfDay(ZoneOffset.UTC).toInstant().plus(PortalToken.AFTER_DUE);
    var atLeast = now.plus(PortalToken.AT_LEAST);
    return PortalToken.forInvoice(
        id,
        Tenant.id(),
        invoiceId,
        SecretTokens.hash(secrets.token(id)),
        secrets.keyVersion(),
        afterDue.isAfter(atLeast) ? afterDue : atLeast,
        createdBy);
  }

  /** The address of the payer's page behind a link. */
  public String page(UUID tokenId) {
    return page(tokens.find(tokenId).orElseThrow());
  }

  public String page(PortalToken token) {
    return page(secrets.token(token.id(), token.keyVersion()));
  }

  /** Stands for a link where a message is only shown; it opens nothing. */
  public String example() {
    return page("example");
  }

  private String page(String secret) {
    return "%s/portal/invoices/%s".formatted(publicUrl, secret);
  }
}

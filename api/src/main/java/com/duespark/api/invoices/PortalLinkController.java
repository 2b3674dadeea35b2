package com.duespark.api.invoices;

import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Deleted;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.Reply;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.members.Role;
import com.duespark.domain.portal.PortalLinks;
import com.duespark.domain.portal.PortalTokens;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Links that a business shares by hand (EP-095). Making one revokes the earlier ones (PTK-03). */
@RestController
@RequestMapping("/v1/invoices/{id}/portal-link")
@Tag(name = "Invoices")
class PortalLinkController {

  private final Invoices invoices;
  private final PortalTokens tokens;
  private final PortalLinks links;
  private final Tenants tenants;
  private final Audit audit;
  private final Idempotent idempotent;

  PortalLinkController(
      Invoices invoices,
      PortalTokens tokens,
      PortalLinks links,
      Tenants tenants,
      Audit audit,
      Idempotent idempotent) {
    this.invoices = invoices;
    this.tokens = tokens;
    this.links = links;
    this.tenants = tenants;
    this.audit = audit;
    this.idempotent = idempotent;
  }

  /** A payer's link. */
  @Schema(name = "PortalLink")
  record LinkView(String url, Instant expiresAt) {}

  @Allow(value = Role.STAFF, scopes = Scope.INVOICES_SEND)
  @Answers(201)
  @PostMapping
  @Operation(
      operationId = "createPortalLink",
      summary = "A fresh payer's link; revokes earlier ones")
  ResponseEntity<Envelope<LinkView>> create(
      @PathVariable UUID id, HttpServletRequest request, Caller caller, Trail trail) {
    return idempotent.write(
        request, () -> Reply.created(rotate(id, caller, trail)), Made.class, this::view);
  }

  /** A link without its secret, which is made from the id again. */
  record Made(UUID tokenId) {}

  private Made rotate(UUID id, Caller caller, Trail trail) {
    var invoice = find(id);
    revokeAll(id, trail);
    var token = links.create(id, invoice.dueDate(), tenants.businessNow(), caller.userId());
    audit.record(trail, "portal_link.created", "invoice", id, null, Map.of("token_id", token.id()));
    return new Made(token.id());
  }

  private LinkView view(Made made) {
    var token = tokens.find(made.tokenId()).orElseThrow(() -> Refused.notFound("Link"));
    return new LinkView(links.page(token), token.expiresAt());
  }

  @Allow(value = Role.STAFF, scopes = Scope.INVOICES_SEND)
  @DeleteMapping
  @Operation(operationId = "revokePortalLink", summary = "Revoke every payer's link of an invoice")
  ResponseEntity<Envelope<Deleted>> revoke(
      @PathVariable UUID id, HttpServletRequest request, Trail trail) {
    return idempotent.write(
        request,
        () -> {
          revokeAll(find(id).id(), trail);
          return Reply.ok(new Deleted(id));
        });
  }

  private Invoice find(UUID id) {
    return invoices.find(id).orElseThrow(() -> Refused.notFound("Invoice"));
  }

  private void revokeAll(UUID invoiceId, Trail trail) {
    var now = tenants.businessNow();
    for (var token : tokens.liveOf(invoiceId)) {
      tokens.save(token.revoke(now));
      audit.record(
          trail, "portal_link.revoked", "invoice", invoiceId, null, Map.of("token_id", token.id()));
    }
  }
}

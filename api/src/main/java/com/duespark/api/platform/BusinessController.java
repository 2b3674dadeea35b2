package com.duespark.api.platform;

import com.duespark.api.platform.BusinessViews.BusinessView;
import com.duespark.api.platform.BusinessViews.OpenedBusinessView;
import com.duespark.api.shared.AllowStaff;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.Identity;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.Reply;
import com.duespark.domain.accounts.PlatformRole;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A business that is known by name, and how much it may take: TNC-05. */
@RestController
@RequestMapping("/v1/admin/tenants")
@Tag(name = "Platform")
class BusinessController {

  private final BusinessDesk desk;
  private final Idempotent idempotent;

  BusinessController(BusinessDesk desk, Idempotent idempotent) {
    this.desk = desk;
    this.idempotent = idempotent;
  }

  @AllowStaff(PlatformRole.ADMIN)
  @GetMapping
  @Operation(
      operationId = "findBusinesses",
      summary = "Businesses by their id or the whole address of a member; nothing lists them all")
  Envelope<List<BusinessView>> find(
      @Parameter(
              required = true,
              description = "The id of a business, or the e-mail address of a member")
          @RequestParam(required = false)
          @Nullable String q,
      Identity staff,
      Trail trail) {
    if (q == null || q.isBlank()) {
      throw Refused.invalid(
          "q", "REQUIRED", "Name a business by its id or by the e-mail address of a member");
    }
    return Envelope.of(desk.find(staff, q, trail));
  }

  @AllowStaff(PlatformRole.ADMIN)
  @GetMapping("/{id}")
  @Operation(operationId = "openBusiness", summary = "One of them, with its quotas")
  Envelope<OpenedBusinessView> get(@PathVariable UUID id, Identity staff, Trail trail) {
    return Envelope.of(desk.open(staff, id, trail));
  }

  @AllowStaff(PlatformRole.ADMIN)
  @PutMapping("/{id}/quotas")
  @Operation(
      operationId = "setQuotas",
      summary = "Set how much a business may take; what is left out is the standard again")
  ResponseEntity<Envelope<OpenedBusinessView>> set(
      @PathVariable UUID id,
      @Valid @RequestBody QuotaBody body,
      IfMatch ifMatch,
      Identity staff,
      Trail trail,
      HttpServletRequest request) {
    var seen = ifMatch.or(body.ifMatchVersion());
    return idempotent.write(request, () -> Reply.ok(desk.set(staff, id, body, seen, trail)));
  }
}

package com.duespark.api.audit;

import com.duespark.api.audit.AuditEntryView.ActorView;
import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Paging;
import com.duespark.domain.audit.AuditEntry;
import com.duespark.domain.audit.AuditPages;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.members.Role;
import com.duespark.domain.tenants.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log: EP-168. */
@RestController
@RequestMapping("/v1/audit-log")
@Tag(name = "Audit log")
class AuditController {

  private final AuditPages pages;
  private final AuditExport export;
  private final Tenants tenants;

  AuditController(AuditPages pages, AuditExport export, Tenants tenants) {
    this.pages = pages;
    this.export = export;
    this.tenants = tenants;
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @GetMapping
  @Operation(operationId = "listAuditLog", summary = "Who did what, newest first")
  Envelope<List<AuditEntryView>> list(
      @RequestParam(name = "entity_type", required = false) @Nullable String entityType,
      @RequestParam(name = "entity_id", required = false) @Nullable UUID entityId,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      Paging paging) {
    var filter = filter(new AuditQuery(entityType, entityId, actor, action, from, to));
    return paging.pageById(
        pages.page(filter, paging.beforeId(), paging.fetch()),
        AuditEntryView::of,
        AuditEntry::id,
        () -> pages.count(filter, Long.MAX_VALUE));
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @GetMapping("/actors")
  @Operation(operationId = "listAuditActors", summary = "Who did something here, to filter by")
  Envelope<List<ActorView>> actors() {
    return Envelope.of(
        pages.actors().stream().map(one -> ActorView.of(one.actor(), one.name())).toList());
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @GetMapping("/export")
  @Operation(
      operationId = "exportAuditLog",
      summary = "The entries as a file, newest first; at most 100,000")
  @ApiResponse(
      responseCode = "200",
      description = "The file",
      content = {
        @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
        @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string"))
      })
  void export(
      @RequestParam AuditExport.Format format,
      @RequestParam(name = "entity_type", required = false) @Nullable String entityType,
      @RequestParam(name = "entity_id", required = false) @Nullable UUID entityId,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      Trail trail,
      HttpServletResponse response)
      throws IOException {
    var query = new AuditQuery(entityType, entityId, actor, action, from, to);
    export.write(format, query, filter(query), trail, response);
  }

  private AuditPages.Filter filter(AuditQuery query) {
    var zone = ZoneId.of(tenants.current().timezone());
    return query.filter(LocalDate.now(Clock.system(zone)), zone);
  }
}

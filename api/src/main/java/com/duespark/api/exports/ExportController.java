package com.duespark.api.exports;

import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.Paging;
import com.duespark.api.shared.Reply;
import com.duespark.api.shared.WhileClosed;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.exports.Export;
import com.duespark.domain.exports.Exports;
import com.duespark.domain.members.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exports: EP-159. No key makes or reads them: an archive holds everything. */
@RestController
@RequestMapping("/v1/export")
@Tag(name = "Export")
class ExportController {

  private final Exports exports;
  private final ExportDesk desk;
  private final Idempotent idempotent;

  ExportController(Exports exports, ExportDesk desk, Idempotent idempotent) {
    this.exports = exports;
    this.desk = desk;
    this.idempotent = idempotent;
  }

  @WhileClosed
  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @GetMapping
  @Operation(operationId = "listExports", summary = "The exports of the business, newest first")
  Envelope<List<ExportView>> list(Paging paging, Caller caller) {
    return paging.pageById(
        exports.page(paging.beforeId(), paging.fetch()),
        export -> desk.view(export, caller),
        Export::id,
        exports::count);
  }

  @WhileClosed
  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @Answers(202)
  @PostMapping
  @Operation(
      operationId = "createExport",
      summary = "Copy everything that the business has into one archive; one at a time")
  ResponseEntity<Envelope<ExportView>> create(
      @Valid @RequestBody(required = false) @Nullable NewExportBody body,
      HttpServletRequest request,
      Caller caller,
      Trail trail) {
    return idempotent.write(
        request,
        () -> Reply.accepted(desk.create(NewExportBody.withDocuments(body), caller, trail)));
  }

  @WhileClosed
  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @GetMapping("/{id}")
  @Operation(operationId = "getExport", summary = "How far an export is, and where to fetch it")
  Envelope<ExportView> get(@PathVariable UUID id, Caller caller) {
    return Envelope.of(
        exports
            .find(id)
            .map(export -> desk.view(export, caller))
            .orElseThrow(ExportDesk::notFound));
  }

  @WhileClosed
  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @PostMapping("/{id}/cancel")
  @Operation(operationId = "cancelExport", summary = "Take an export back before it is made")
  ResponseEntity<Envelope<ExportView>> cancel(
      @PathVariable UUID id, HttpServletRequest request, Caller caller, Trail trail) {
    return idempotent.write(request, () -> Reply.ok(desk.cancel(id, caller, trail)));
  }
}

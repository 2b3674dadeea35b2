package com.duespark.api.privacy;

import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.Paging;
import com.duespark.api.shared.Reply;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.members.Role;
import com.duespark.domain.privacy.PrivacyRequest;
import com.duespark.domain.privacy.PrivacyRequests;
import com.duespark.domain.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Privacy requests: EP-181. No key makes or reads them. */
@RestController
@RequestMapping("/v1/privacy-requests")
@Tag(name = "Privacy")
class PrivacyController {

  private final PrivacyRequests requests;
  private final PrivacyDesk desk;
  private final Idempotent idempotent;
  private final TransactionTemplate transaction;

  PrivacyController(
      PrivacyRequests requests,
      PrivacyDesk desk,
      Idempotent idempotent,
      PlatformTransactionManager transactions) {
    this.requests = requests;
    this.desk = desk;
    this.idempotent = idempotent;
    transaction = new TransactionTemplate(transactions);
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @GetMapping
  @Operation(operationId = "listPrivacyRequests", summary = "What people asked, newest first")
  Envelope<List<PrivacyRequestView>> list(Paging paging) {
    return paging.pageById(
        requests.page(paging.beforeId(), paging.fetch()),
        PrivacyRequestView::of,
        PrivacyRequest::id,
        requests::count);
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @GetMapping("/{id}")
  @Operation(operationId = "getPrivacyRequest", summary = "How far a request is")
  Envelope<PrivacyRequestView> get(@PathVariable UUID id) {
    return Envelope.of(
        requests
            .find(id)
            .map(PrivacyRequestView::of)
            .orElseThrow(() -> Refused.notFound("Privacy request")));
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @Answers(201)
  @PostMapping
  @Operation(
      operationId = "createPrivacyRequest",
      summary = "Copy or erase what is held about somebody; it runs by itself")
  ResponseEntity<Envelope<PrivacyRequestView>> create(
      @Valid @RequestBody NewPrivacyRequestBody body,
      HttpServletRequest request,
      Caller caller,
      Trail trail) {
    return idempotent.write(request, () -> Reply.created(desk.create(body, caller, trail)));
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @PostMapping("/{id}/override")
  @Operation(
      operationId = "overridePrivacyRequest",
      summary = "Let an erasure go on although money is open")
  ResponseEntity<Envelope<PrivacyRequestView>> override(
      @PathVariable UUID id,
      @Valid @RequestBody OverrideBody body,
      HttpServletRequest request,
      Trail trail) {
    return idempotent.write(request, () -> Reply.ok(desk.override(id, body, trail)));
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @PostMapping("/{id}/cancel")
  @Operation(operationId = "cancelPrivacyRequest", summary = "Take a request back before it ran")
  ResponseEntity<Envelope<PrivacyRequestView>> cancel(
      @PathVariable UUID id, HttpServletRequest request, Trail trail) {
    return idempotent.write(request, () -> Reply.ok(desk.cancel(id, trail)));
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @GetMapping("/{id}/file")
  @Operation(
      operationId = "getPrivacyRequestFile",
      summary = "The copy of an export; seven days long")
  @ApiResponse(
      responseCode = "200",
      description = "The file",
      content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
  ResponseEntity<byte[]> file(@PathVariable UUID id, Trail trail) {
    var file = transaction.execute(running -> desk.file(id, trail));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"personal-data-%s.json\"".formatted(id))
        .body(file.getBytes(StandardCharsets.UTF_8));
  }
}

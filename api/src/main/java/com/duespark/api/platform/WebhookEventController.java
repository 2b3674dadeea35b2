package com.duespark.api.platform;

import com.duespark.api.shared.AllowStaff;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.Identity;
import com.duespark.api.shared.Paging;
import com.duespark.api.shared.Reply;
import com.duespark.domain.accounts.PlatformRole;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.platform.EventStatus;
import com.duespark.domain.platform.StoredEvents;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events of providers, of all businesses: EP-188. */
@RestController
@RequestMapping("/v1/admin/webhook-events")
@Tag(name = "Platform")
class WebhookEventController {

  private final WebhookEventDesk desk;
  private final Idempotent idempotent;

  WebhookEventController(WebhookEventDesk desk, Idempotent idempotent) {
    this.desk = desk;
    this.idempotent = idempotent;
  }

  /** Of an answer only its id is kept for a repeat. */
  record Kept(UUID id) {}

  @AllowStaff(PlatformRole.ADMIN)
  @GetMapping
  @Operation(operationId = "listWebhookEvents", summary = "What providers told, newest first")
  Envelope<List<WebhookEventView>> list(
      @RequestParam(required = false) @Nullable String provider,
      @RequestParam(required = false) @Nullable EventStatus status,
      Identity staff,
      Paging paging,
      Trail trail) {
    var filter = new StoredEvents.Filter(FilterWord.checked("provider", provider), status);
    return desk.list(staff, filter, paging, trail);
  }

  @AllowStaff(PlatformRole.ADMIN)
  @GetMapping("/{id}")
  @Operation(operationId = "getWebhookEvent", summary = "One of them, with whose it is")
  Envelope<OpenedEventView> get(@PathVariable UUID id, Identity staff, Trail trail) {
    return Envelope.of(desk.open(staff, id, trail));
  }

  @AllowStaff(PlatformRole.ADMIN)
  @PostMapping("/{id}/reprocess")
  @Operation(operationId = "reprocessWebhookEvent", summary = "Take it again, as if it came now")
  ResponseEntity<Envelope<WebhookEventView>> reprocess(
      @PathVariable UUID id, Identity staff, Trail trail, HttpServletRequest request) {
    return idempotent.write(
        request,
        () -> {
          desk.reprocess(staff, id, trail);
          return Reply.ok(new Kept(id));
        },
        Kept.class,
        kept -> desk.view(staff, kept.id()));
  }
}

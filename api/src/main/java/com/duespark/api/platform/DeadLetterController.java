package com.duespark.api.platform;

import com.duespark.api.shared.AllowStaff;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.Identity;
import com.duespark.api.shared.Paging;
import com.duespark.api.shared.Reply;
import com.duespark.domain.accounts.PlatformRole;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.platform.DeadLetterStatus;
import com.duespark.domain.platform.DeadLetters;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Work that cannot go on without a person, of all businesses: EP-187. */
@RestController
@RequestMapping("/v1/admin/dead-letters")
@Tag(name = "Platform")
class DeadLetterController {

  private final DeadLetterDesk desk;
  private final Idempotent idempotent;

  DeadLetterController(DeadLetterDesk desk, Idempotent idempotent) {
    this.desk = desk;
    this.idempotent = idempotent;
  }

  /** Of an answer only its id is kept for a repeat. */
  record Kept(UUID id) {}

  @AllowStaff(PlatformRole.ADMIN)
  @GetMapping
  @Operation(
      operationId = "listDeadLetters",
      summary = "Work that waits for a person, newest first")
  Envelope<List<DeadLetterView>> list(
      @RequestParam(required = false) @Nullable DeadLetterStatus status,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(name = "payment_related", required = false) @Nullable Boolean paymentRelated,
      Identity staff,
      Paging paging,
      Trail trail) {
    var filter = new DeadLetters.Filter(status, FilterWord.checked("kind", kind), paymentRelated);
    return desk.list(staff, filter, paging, trail);
  }

  @AllowStaff(PlatformRole.ADMIN)
  @GetMapping("/{id}")
  @Operation(operationId = "getDeadLetter", summary = "One of them, with whose it is")
  Envelope<OpenedLetterView> get(@PathVariable UUID id, Identity staff, Trail trail) {
    return Envelope.of(desk.open(staff, id, trail));
  }

  @AllowStaff(PlatformRole.ADMIN)
  @PostMapping("/{id}/requeue")
  @Operation(operationId = "requeueDeadLetter", summary = "Try it again, once")
  ResponseEntity<Envelope<DeadLetterView>> requeue(
      @PathVariable UUID id, Identity staff, Trail trail, HttpServletRequest request) {
    return idempotent.write(
        request,
        () -> {
          desk.requeue(staff, id, trail);
          return Reply.ok(new Kept(id));
        },
        Kept.class,
        kept -> desk.view(staff, kept.id()));
  }

  @AllowStaff(PlatformRole.ADMIN)
  @PostMapping("/{id}/discard")
  @Operation(operationId = "discardDeadLetter", summary = "Settle it without trying again")
  ResponseEntity<Envelope<DeadLetterView>> discard(
      @PathVariable UUID id,
      @Valid @RequestBody DiscardBody body,
      Identity staff,
      Trail trail,
      HttpServletRequest request) {
    return idempotent.write(
        request,
        () -> {
          desk.discard(staff, id, body.reason().strip(), trail);
          return Reply.ok(new Kept(id));
        },
        Kept.class,
        kept -> desk.view(staff, kept.id()));
  }
}

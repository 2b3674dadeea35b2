package com.duespark.api.apikeys;

import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.Paging;
import com.duespark.api.shared.Reply;
import com.duespark.domain.apikeys.ApiKey;
import com.duespark.domain.apikeys.ApiKeys;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.members.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keys for programs: EP-114d. No key makes, lists or revokes keys. */
@RestController
@RequestMapping("/v1/api-keys")
@Tag(name = "API keys")
class ApiKeyController {

  private final ApiKeys keys;
  private final ApiKeyDesk desk;
  private final Idempotent idempotent;

  ApiKeyController(ApiKeys keys, ApiKeyDesk desk, Idempotent idempotent) {
    this.keys = keys;
    this.desk = desk;
    this.idempotent = idempotent;
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @GetMapping
  @Operation(operationId = "listApiKeys", summary = "The keys of the business, newest first")
  Envelope<List<ApiKeyView>> list(Paging paging) {
    return paging.pageById(
        keys.page(paging.beforeId(), paging.fetch()), ApiKeyView::of, ApiKey::id, keys::count);
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @Answers(201)
  @PostMapping
  @Operation(operationId = "createApiKey", summary = "Make a key; its secret is shown this once")
  ResponseEntity<Envelope<CreatedApiKeyView>> create(
      @Valid @RequestBody NewApiKeyBody body,
      HttpServletRequest request,
      Caller caller,
      Trail trail) {
    caller.requireMayMakeKeys();
    return idempotent.write(
        request,
        () -> {
          var created = desk.create(body, caller, trail);
          return Reply.created(created).keep(created.withoutSecret());
        });
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @DeleteMapping("/{id}")
  @Operation(operationId = "revokeApiKey", summary = "Revoke a key; it opens nothing from now on")
  ResponseEntity<Envelope<ApiKeyView>> revoke(
      @PathVariable UUID id, HttpServletRequest request, Trail trail) {
    return idempotent.write(request, () -> Reply.ok(desk.revoke(id, trail)));
  }
}

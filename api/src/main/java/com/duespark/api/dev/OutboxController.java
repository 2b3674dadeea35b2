package com.duespark.api.dev;

import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Envelope;
import com.duespark.domain.members.Role;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/**
 * Mails that were captured instead of sent (EP-192); there only when an outbox address is
 * configured.
 */
@RestController
@Hidden
@ConditionalOnProperty("duespark.dev.outbox-url")
class OutboxController {

  private final RestClient outbox;

  OutboxController(@Value("${duespark.dev.outbox-url}") String address) {
    this.outbox = RestClient.create(address);
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @GetMapping("/v1/dev/outbox")
  Envelope<JsonNode> list(Caller caller) {
    return Envelope.of(
        outbox
            .get()
            .uri(address -> address.queryParam("metadata_tenant_id", caller.tenantId()).build())
            .retrieve()
            .requiredBody(JsonNode.class));
  }
}

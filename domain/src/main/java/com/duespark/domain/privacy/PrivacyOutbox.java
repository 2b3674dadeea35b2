package com.duespark.domain.privacy;

import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Tenant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells requests' workflows, in the transaction of a change, that there is something to do. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PrivacyOutbox {

  private final Inbox inbox;
  private final PrivacyRequests requests;

  PrivacyOutbox(Inbox inbox, PrivacyRequests requests) {
    this.inbox = inbox;
    this.requests = requests;
  }

  /** A request was made, waved through or taken back. */
  public void changed(UUID requestId) {
    inbox.storeOutbox(
        "SIGNAL",
        "Privacy",
        "privacy/" + requestId,
        Json.write(Map.of("tenant_id", Tenant.id(), "request_id", requestId)));
  }

  /** What a contact owes has changed. */
  public void owesLess(UUID contactId) {
    requests.waitingFor(contactId).forEach(this::changed);
  }
}

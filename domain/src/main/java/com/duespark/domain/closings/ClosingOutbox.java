package com.duespark.domain.closings;

import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Tenant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the workflow of a closing, in the transaction of a change. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ClosingOutbox {

  private final Inbox inbox;

  ClosingOutbox(Inbox inbox) {
    this.inbox = inbox;
  }

  /** The bound tenant was closed, or opened again. */
  public void changed() {
    inbox.storeOutbox(
        "SIGNAL",
        "Closing",
        "closing/" + Tenant.id(),
        Json.write(Map.of("tenant_id", Tenant.id())));
  }
}

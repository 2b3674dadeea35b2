package com.duespark.domain.exports;

import com.duespark.domain.inbox.Inbox;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Tenant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells exports' workflows, in the transaction of a change, that there is something to do. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ExportOutbox {

  private final Inbox inbox;

  ExportOutbox(Inbox inbox) {
    this.inbox = inbox;
  }

  /** An export was asked for, taken back, or has to begin anew. */
  public void changed(UUID exportId) {
    inbox.storeOutbox(
        "SIGNAL",
        "Export",
        "export/" + exportId,
        Json.write(Map.of("tenant_id", Tenant.id(), "export_id", exportId)));
  }
}

package com.duespark.domain.events;

import com.duespark.domain.audit.Trail;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Tenant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The product events of the bound tenant. */
@Component
public class ProductEvents {

  private final JdbcClient jdbc;

  ProductEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes one event in the running transaction.
   *
   * @param name from the catalogue, for example {@code invoice.sent}
   * @param properties ids, enums, counts; no personal data
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Trail trail, String name, Map<String, ?> properties) {
    jdbc.sql(
            """
            insert into analytics_events
              (id, tenant_id, event_name, user_id, source, request_id, properties)
            values (:id, :tenant, :name, :user, :source, :request, :properties::jsonb)
            """)
        .param("id", Ids.next())
        .param("tenant", Tenant.id())
        .param("name", name)
        .param("user", trail.userId().orElse(null))
        .param("source", source(trail))
        .param("request", trail.requestId())
        .param("properties", Json.write(properties))
        .update();
  }

  private static String source(Trail trail) {
    if (trail.userId().isPresent()) {
      return "manual";
    }
    if (trail.isKey()) {
      return "api";
    }
    return trail.actor().equals("portal") ? "portal" : "system";
  }
}

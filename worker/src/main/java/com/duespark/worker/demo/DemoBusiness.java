package com.duespark.worker.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Lantana Row Studio of Nairobi, its customers and its invoices in every status (GEN-12). */
@Component
@ConditionalOnProperty("duespark.demo")
public class DemoBusiness {

  public static final String EMAIL = "njeri@lantanarow.example";
  public static final String PASSWORD = "getting paid is nice";

  private static final Logger LOG = LoggerFactory.getLogger(DemoBusiness.class);

  private final JdbcClient jdbc;
  private final String address;

  DemoBusiness(JdbcClient jdbc, @Value("http://127.0.0.1:${server.port}") String address) {
    this.jdbc = jdbc;
    this.address = address;
  }

  @EventListener(ApplicationReadyEvent.class)
  void open() {
    Thread.ofVirtual().name("demo").start(this::fill);
  }

  private void fill() {
    try {
      var api = signIn();
      if (api.get("/v1/invoices?status=WRITTEN_OFF").isEmpty()) {
        settle(api);
        // what was begun on one day and goes on after another start is still the same
        DemoBook.fill(api, Instant.parse(api.get("/v1/tenant").path("created_at").asString()));
        LOG.info("demo business is ready");
      }
    } catch (RestClientException e) {
      LOG.warn("demo business is not complete, the next start goes on: {}", e.getMessage());
    }
  }

  private DemoClient signIn() {
    try {
      return DemoClient.signedIn(address, EMAIL, PASSWORD);
    } catch (HttpClientErrorException.Unauthorized notYet) {
      register();
      return DemoClient.signedIn(address, EMAIL, PASSWORD);
    }
  }

  /** The demo's owner needs no mail to be believed. */
  private void register() {
    RestClient.create(address)
        .post()
        .uri("/v1/auth/register")
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            Map.of(
                "email", EMAIL,
                "password", PASSWORD,
                "display_name", "Njeri Mwangi",
                "business_name", "Lantana Row Studio",
                "timezone", "Africa/Nairobi",
                "currency", "KES",
                "country", "KE"))
        .retrieve()
        .toBodilessEntity();
    jdbc.sql(
            "update users set email_verified_at = coalesce(email_verified_at, now()) where email = ?")
        .param(EMAIL)
        .update();
  }

  private static void settle(DemoClient api) {
    api.patch(
        "settings",
        "/v1/tenant",
        Map.of(
            "settings",
            Map.of(
                "branding", Map.of("colour", "#B4472E"),
                "company",
                    Map.of(
                        "address_lines",
                        List.of("4 Gitanga Close, Lavington", "Nairobi"),
                        "tax_id",
                        "P051-000-142K",
                        "email",
                        EMAIL),
                "payments", Map.of("mpesa_paybill", "400222"))));
    api.put("stripe", "/v1/integrations/stripe", Map.of("secret_key", "sk_test_lantanarow"));
  }
}

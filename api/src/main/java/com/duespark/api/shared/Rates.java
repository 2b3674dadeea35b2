package com.duespark.api.shared;

import com.duespark.domain.shared.Refused;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes from the limits that all instances share (RAT-01 to RAT-10). */
@Component
public class Rates {

  private static final String TAKE =
      """
      select rate_take(:scope, :most, :wide::interval) as free,
        extract(epoch from date_bin(:wide::interval, now(), timestamptz '2020-01-01')
          + :wide::interval - now()) as wait
      """;

  private final RateSettings settings;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Rates(RateSettings settings, JdbcClient jdbc, TransactionTemplate transaction) {
    this.settings = settings;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  public RateSettings settings() {
    return settings;
  }

  void takeApi(UUID user, @Nullable UUID tenant) {
    take("api/user/" + user, settings.user());
    if (tenant != null) {
      take("api/tenant/" + tenant, settings.tenant());
    }
  }

  /** One attempt at an auth endpoint from an address (RAT-02). */
  public void takeAuth(String address) {
    take("auth/" + address, settings.auth());
  }

  /**
   * One more of something.
   *
   * @param scope names who is limited in what
   * @throws Refused RATE_LIMITED, with the time to wait
   */
  public void take(String scope, RateSettings.Rate rate) {
    var wait =
        transaction.execute(
            running ->
                jdbc.sql(TAKE)
                    .param("scope", scope)
                    .param("most", rate.most())
                    .param("wide", rate.per().toSeconds() + " seconds")
                    .query(
                        (row, index) ->
                            row.getBoolean("free")
                                ? Duration.ZERO
                                : Duration.ofMillis((long) (row.getDouble("wait") * 1000)))
                    .single());
    if (wait != null && wait.isPositive()) {
      throw RetryAfter.limited("Too many requests; please wait", "RATE_LIMITED", wait);
    }
  }
}

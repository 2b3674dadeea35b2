package com.duespark.api.shared;

import com.duespark.domain.quotas.Quota;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes from the limits that all instances share (RAT-01 to RAT-10). */
@Component
public class Rates {

  /** A count lost in a crash harms nobody, so nobody waits for the disk. */
  private static final String TAKE =
      """
      select rate_take(:scope, %s, :wide::interval) as free,
        extract(epoch from date_bin(:wide::interval, now(), timestamptz '2020-01-01')
          + :wide::interval - now()) as wait,
        set_config('synchronous_commit', 'off', true)
      """;

  private static final String TAKE_ONE = TAKE.formatted(":most");

  /** In one question with the business's own quota: it is asked at every request. */
  private static final String TAKE_OF_BUSINESS =
      TAKE.formatted(
          """
          coalesce((select q.api_requests from quotas q where q.tenant_id = current_tenant()), :most)
          """
              .strip());

  private final RateSettings settings;
  private final Quota standard;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Rates(RateSettings settings, Quota standard, JdbcClient jdbc, TransactionTemplate transaction) {
    this.settings = settings;
    this.standard = standard;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  public RateSettings settings() {
    return settings;
  }

  /** One request of a person, and of the business it is made for (RAT-01). */
  void takeApi(UUID user, @Nullable UUID tenant) {
    takeApi("api/user/" + user, settings.user(), tenant);
  }

  /** One request of a key, and of its business (RAT-01). */
  void takeKey(UUID key, UUID tenant) {
    takeApi("api/key/" + key, settings.key(), tenant);
  }

  private void takeApi(String scope, RateSettings.Rate own, @Nullable UUID tenant) {
    if (tenant == null) {
      take(scope, own);
    } else {
      requireFree(Tenant.call(tenant, () -> countWithBusiness(scope, own, tenant)));
    }
  }

  private Duration countWithBusiness(String scope, RateSettings.Rate own, UUID tenant) {
    return Objects.requireNonNull(
        transaction.execute(
            running -> {
              var wait = count(scope, own);
              return wait.isPositive()
                  ? wait
                  : count(
                      TAKE_OF_BUSINESS, "api/tenant/" + tenant, perMinute(standard.apiRequests()));
            }));
  }

  private static RateSettings.Rate perMinute(int most) {
    return new RateSettings.Rate(most, Duration.ofMinutes(1));
  }

  /**
   * One attempt with a wrong key from an address (RAT-02). Counted apart from signing in, so that a
   * program with an old key locks nobody of its office out.
   */
  void takeWrongKey(String address) {
    take("key/" + address, settings.auth());
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
    requireFree(transaction.execute(running -> count(scope, rate)));
  }

  /**
   * One more of something, which nobody does often by mistake: above the limit everything of the
   * scope is refused for as long as said, however the windows lie.
   *
   * @throws Refused RATE_LIMITED, with the time to wait
   */
  public void takeOrShut(String scope, RateSettings.Rate rate, Duration shut) {
    requireFree(
        transaction.execute(
            running -> {
              var wait = shutFor(scope);
              if (wait.isZero() && count(scope, rate).isPositive()) {
                shut(scope, shut);
                return shut;
              }
              return wait;
            }));
  }

  private Duration shutFor(String scope) {
    return jdbc.sql("select extract(epoch from rate_shut_for(?))")
        .param(scope)
        .query((row, index) -> Duration.ofMillis((long) (row.getDouble(1) * 1000)))
        .single();
  }

  private void shut(String scope, Duration shut) {
    jdbc.sql("select rate_shut(?, ?::interval)")
        .param(scope)
        .param(shut.toSeconds() + " seconds")
        .query((row, index) -> scope)
        .single();
  }

  /** How long to wait; zero when there was room. */
  private Duration count(String scope, RateSettings.Rate rate) {
    return count(TAKE_ONE, scope, rate);
  }

  private Duration count(String sql, String scope, RateSettings.Rate rate) {
    return jdbc.sql(sql)
        .param("scope", scope)
        .param("most", rate.most())
        .param("wide", rate.per().toSeconds() + " seconds")
        .query(
            (row, index) ->
                row.getBoolean("free")
                    ? Duration.ZERO
                    : Duration.ofMillis((long) (row.getDouble("wait") * 1000)))
        .single();
  }

  private static void requireFree(@Nullable Duration wait) {
    if (wait != null && wait.isPositive()) {
      throw RetryAfter.limited("Too many requests; please wait", "RATE_LIMITED", wait);
    }
  }
}

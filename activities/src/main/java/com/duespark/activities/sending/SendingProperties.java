package com.duespark.activities.sending;

import com.duespark.domain.deliveries.LedgerEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Settings {@code duespark.sending.*}.
 *
 * @param provider {@code postmark} or {@code smtp}
 * @param from the deployment's sender address
 * @param lease how long one attempt may take, above the provider client's deadline
 * @param lookups delays after the lease at which the provider is asked about a lost answer
 * @param retries delays between attempts that were surely not accepted
 */
@ConfigurationProperties("duespark.sending")
public record SendingProperties(
    String provider,
    String from,
    @Nullable Duration lease,
    @Nullable List<Duration> lookups,
    @Nullable List<Duration> retries) {

  LedgerEntry.Policy policy() {
    var standard = LedgerEntry.Policy.DEFAULT;
    return new LedgerEntry.Policy(
        lease == null ? standard.lease() : lease,
        lookups == null ? standard.lookups() : lookups,
        retries == null ? standard.retries() : retries);
  }

  @Configuration(proxyBeanMethods = false)
  static class Beans {

    @Bean
    LedgerEntry.Policy ledgerPolicy(SendingProperties properties) {
      return properties.policy();
    }

    /** Technical time: leases and look-ups. Business time is the tenant's and comes from SQL. */
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }
}

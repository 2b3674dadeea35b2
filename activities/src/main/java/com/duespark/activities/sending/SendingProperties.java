package com.duespark.activities.sending;

import com.duespark.domain.deliveries.LedgerEntry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Settings {@code duespark.sending.*}.
 *
 * @param providers of {@code postmark}, {@code ses} and {@code smtp}, in the order in which they
 *     are tried
 * @param from the deployment's sender address
 * @param lease how long one attempt may take, above the provider client's deadline
 * @param lookups delays after the lease at which the provider is asked about a lost answer
 * @param retries delays between attempts that were surely not accepted
 * @param perSecond requests a second, by provider, in each process; Amazon SES has 14 at first
 * @param rest how long a provider that keeps failing is left alone (RTY-06)
 */
@ConfigurationProperties("duespark.sending")
public record SendingProperties(
    List<String> providers,
    String from,
    @Nullable Duration lease,
    @Nullable List<Duration> lookups,
    @Nullable List<Duration> retries,
    @Nullable Map<String, Integer> perSecond,
    @DefaultValue("1m") Duration rest) {

  private static final Set<String> KNOWN = Set.of("postmark", "ses", "smtp");

  public SendingProperties {
    providers = List.copyOf(providers);
    perSecond = perSecond == null ? Map.of() : Map.copyOf(perSecond);
    if (perSecond.values().stream().anyMatch(rate -> rate < 1)) {
      throw new IllegalArgumentException("duespark.sending.per-second.* are at least 1");
    }
    if (providers.isEmpty() || Set.copyOf(providers).size() < providers.size()) {
      throw new IllegalArgumentException(
          "duespark.sending.providers (environment MAIL_PROVIDER) names each provider once: "
              + providers);
    }
  }

  LedgerEntry.Policy policy() {
    var standard = LedgerEntry.Policy.DEFAULT;
    return new LedgerEntry.Policy(
        lease == null ? standard.lease() : lease,
        lookups == null ? standard.lookups() : lookups,
        retries == null ? standard.retries() : retries);
  }

  @Configuration(proxyBeanMethods = false)
  static class Beans {

    /** Only the providers that are named are connected. */
    @Bean
    Mailers mailers(
        SendingProperties properties, BeanFactory beans, Clock clock, MeterRegistry meters) {
      return new Mailers(
          properties.providers().stream().map(name -> mailer(beans, name)).toList(),
          Objects.requireNonNull(properties.perSecond()),
          properties.rest(),
          clock,
          meters);
    }

    private static EmailSender mailer(BeanFactory beans, String name) {
      if (!KNOWN.contains(name)) {
        throw new IllegalStateException(
            "duespark.sending.providers (environment MAIL_PROVIDER) knows %s, not %s"
                .formatted(new TreeSet<>(KNOWN), name));
      }
      return beans.getBean(name, EmailSender.class);
    }

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

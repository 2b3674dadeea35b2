package com.duespark.domain.quotas;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a business may take. As settings {@code duespark.quotas.*} it is the installation's
 * standard, which every process reads alike.
 *
 * @param apiRequests a minute, of all its people and keys together (RAT-01)
 * @param emails a day; more wait (RAT-06)
 * @param jobs simulations over its open invoices at once
 */
@ConfigurationProperties("duespark.quotas")
public record Quota(
    @DefaultValue("600") int apiRequests,
    @DefaultValue("1000") int emails,
    @DefaultValue("2") int jobs) {

  public static final int LEAST_API_REQUESTS = 10;
  public static final int MOST_API_REQUESTS = 1_000_000;
  public static final int MOST_EMAILS = 1_000_000;
  public static final int MOST_JOBS = 20;

  public Quota {
    require(apiRequests, LEAST_API_REQUESTS, MOST_API_REQUESTS, "api-requests");
    require(emails, 1, MOST_EMAILS, "emails");
    require(jobs, 1, MOST_JOBS, "jobs");
  }

  private static void require(int value, int least, int most, String name) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "duespark.quotas.%s is %d and must be between %d and %d"
              .formatted(name, value, least, most));
    }
  }
}

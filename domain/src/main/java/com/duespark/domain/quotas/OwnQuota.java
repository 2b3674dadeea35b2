package com.duespark.domain.quotas;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was set for one business; null where the standard counts.
 *
 * @param reason why, for whoever looks later; empty while nothing was set
 * @param version 0 while nothing was set
 */
public record OwnQuota(
    @Nullable Integer apiRequests,
    @Nullable Integer emails,
    @Nullable Integer jobs,
    String reason,
    int version) {

  static final OwnQuota NONE = new OwnQuota(null, null, null, "", 0);

  /** What counts. */
  public Quota over(Quota standard) {
    return new Quota(
        Objects.requireNonNullElse(apiRequests, standard.apiRequests()),
        Objects.requireNonNullElse(emails, standard.emails()),
        Objects.requireNonNullElse(jobs, standard.jobs()));
  }
}

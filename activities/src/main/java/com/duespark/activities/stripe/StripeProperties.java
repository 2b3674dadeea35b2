package com.duespark.activities.stripe;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code duespark.stripe.*}. There is no key here: each business brings its own (STR-01a).
 *
 * @param apiBase null is Stripe itself
 */
@ConfigurationProperties("duespark.stripe")
public record StripeProperties(@Nullable String apiBase) {

  public StripeProperties {
    apiBase = apiBase == null || apiBase.isBlank() ? null : apiBase;
  }
}

package com.duespark.api.apikeys;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key just made.
 *
 * @param secret the whole key, this once; null when the same request is repeated with its
 *     Idempotency-Key
 */
@Schema(name = "CreatedApiKey")
record CreatedApiKeyView(ApiKeyView key, @Nullable String secret) {

  CreatedApiKeyView withoutSecret() {
    return new CreatedApiKeyView(key, null);
  }

  @Override
  public String toString() {
    return "CreatedApiKeyView[key=" + key + ", secret=***]";
  }
}

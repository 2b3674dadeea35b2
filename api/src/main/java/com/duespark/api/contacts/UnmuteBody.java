package com.duespark.api.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Why a contact may be written to again (DLV-08).
 *
 * @param note needed when a message came back or they asked for no more
 */
@Schema(name = "UnmuteChannel")
record UnmuteBody(@Nullable @Size(max = 500) String note) {

  static @Nullable String noteOf(@Nullable UnmuteBody body) {
    return body == null || body.note() == null || body.note().isBlank() ? null : body.note();
  }
}

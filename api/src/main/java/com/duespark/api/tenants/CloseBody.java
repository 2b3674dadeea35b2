package com.duespark.api.tenants;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A business to close.
 *
 * @param name of the business, typed by whoever closes it
 */
@Schema(name = "CloseTenant")
record CloseBody(@NotBlank @Size(max = 200) String name) {}

package com.duespark.api.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Lets an erasure go on although money is open.
 *
 * @param reason goes into the audit log
 */
@Schema(name = "OverridePrivacyRequest")
record OverrideBody(@NotBlank @Size(max = 1000) String reason) {}

package com.duespark.api.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Settles stuck work without doing it.
 *
 * @param reason what was done instead; goes into the audit log
 */
@Schema(name = "DiscardDeadLetter")
record DiscardBody(@NotBlank @Size(max = 1000) String reason) {}

package com.duespark.api.members;

import com.duespark.domain.members.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks somebody in.
 *
 * @param canSend lets an AGENT send; false by default
 */
record InviteBody(
    @NotBlank @Size(max = 254) String email, @NotNull Role role, @Nullable Boolean canSend) {}

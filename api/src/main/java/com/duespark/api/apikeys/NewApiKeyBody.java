package com.duespark.api.apikeys;

import com.duespark.domain.apikeys.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key to make.
 *
 * @param name what it is for
 * @param expiresAt within five years; never when absent
 */
@Schema(name = "NewApiKey")
record NewApiKeyBody(
    @NotBlank @Size(max = 100) String name,
    @NotNull @Size(min = 1, max = 10, message = "Choose at least one scope")
        List<@NotNull Scope> scopes,
    @Nullable Instant expiresAt) {}

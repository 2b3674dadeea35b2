package com.duespark.api.platform;

import com.duespark.domain.quotas.OwnQuota;
import com.duespark.domain.quotas.Quota;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How much a business may take; the standard counts where nothing is said.
 *
 * @param apiRequests a minute, of all its people and keys together
 * @param emails a day
 * @param jobs simulations over its open invoices at once
 * @param reason goes into the audit log of both
 * @param ifMatchVersion the version that was seen
 */
@Schema(name = "SetQuotas")
record QuotaBody(
    @Min(Quota.LEAST_API_REQUESTS) @Max(Quota.MOST_API_REQUESTS) @Nullable Integer apiRequests,
    @Min(1) @Max(Quota.MOST_EMAILS) @Nullable Integer emails,
    @Min(1) @Max(Quota.MOST_JOBS) @Nullable Integer jobs,
    @NotBlank @Size(max = 1000) String reason,
    @Nullable Integer ifMatchVersion) {

  OwnQuota since(int version) {
    return new OwnQuota(apiRequests, emails, jobs, reason.strip(), version);
  }
}

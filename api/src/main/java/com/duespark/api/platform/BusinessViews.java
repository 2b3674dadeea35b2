package com.duespark.api.platform;

import com.duespark.domain.platform.FoundBusiness;
import com.duespark.domain.quotas.OwnQuota;
import com.duespark.domain.quotas.Quota;
import com.duespark.domain.tenants.TenantKind;
import com.duespark.domain.tenants.TenantStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What staff see of a business. */
final class BusinessViews {

  private BusinessViews() {}

  /** Which one it is. */
  @Schema(name = "FoundBusiness")
  record BusinessView(
      UUID id, String name, TenantKind kind, TenantStatus status, Instant createdAt) {

    static BusinessView of(FoundBusiness business) {
      return new BusinessView(
          business.id(), business.name(), business.kind(), business.status(), business.createdAt());
    }
  }

  /**
   * One quota.
   *
   * @param standard of the installation
   * @param own what was set for this business; null where the standard counts
   */
  @Schema(name = "Quota")
  record QuotaView(int standard, @Nullable Integer own) {}

  /**
   * How much it may take.
   *
   * @param apiRequests a minute
   * @param emails a day
   * @param jobs simulations at once
   * @param reason why they were set; null while they never were
   * @param version 0 while they never were
   */
  @Schema(name = "Quotas")
  record QuotasView(
      QuotaView apiRequests,
      QuotaView emails,
      QuotaView jobs,
      @Nullable String reason,
      int version) {

    static QuotasView of(OwnQuota own, Quota standard) {
      return new QuotasView(
          new QuotaView(standard.apiRequests(), own.apiRequests()),
          new QuotaView(standard.emails(), own.emails()),
          new QuotaView(standard.jobs(), own.jobs()),
          own.version() == 0 ? null : own.reason(),
          own.version());
    }
  }

  /** A business that was opened. */
  @Schema(name = "OpenedBusiness")
  record OpenedBusinessView(BusinessView business, QuotasView quotas) {}
}

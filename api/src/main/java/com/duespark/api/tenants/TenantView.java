package com.duespark.api.tenants;

import com.duespark.api.shared.Versioned;
import com.duespark.domain.closings.Closing;
import com.duespark.domain.reminders.Pause;
import com.duespark.domain.tenants.TenantKind;
import com.duespark.domain.tenants.TenantProfile;
import com.duespark.domain.tenants.TenantSettings;
import com.duespark.domain.tenants.TenantStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A business (EP-011).
 *
 * @param closedAt null while it is open
 * @param eraseOn the day on which a closed one is erased, unless it is opened again before
 * @param today the day it is for the business, by its own clock
 * @param remindersPaused of all the business's invoices
 * @param remindersPausedUntil null while they are not paused, or until somebody resumes
 */
record TenantView(
    UUID id,
    String name,
    String profileId,
    String timezone,
    String currency,
    String country,
    String locale,
    TenantKind kind,
    TenantStatus status,
    @Nullable Instant closedAt,
    @Nullable LocalDate eraseOn,
    TenantSettings settings,
    LocalDate today,
    boolean remindersPaused,
    @Nullable Instant remindersPausedUntil,
    @Nullable Instant createdAt,
    int version,
    List<String> allowedActions)
    implements Versioned {

  static TenantView of(
      TenantProfile tenant, Closing closing, Pause pause, LocalDate today, List<String> actions) {
    return new TenantView(
        tenant.id(),
        tenant.name(),
        tenant.profileId(),
        tenant.timezone(),
        tenant.currency(),
        tenant.country(),
        tenant.locale(),
        tenant.kind(),
        tenant.status(),
        closing.closedAt(),
        closing.isClosed() ? LocalDate.ofInstant(closing.eraseFrom(), tenant.zone()) : null,
        tenant.settings(),
        today,
        pause.on(),
        pause.until(),
        tenant.createdAt(),
        tenant.version(),
        actions);
  }
}

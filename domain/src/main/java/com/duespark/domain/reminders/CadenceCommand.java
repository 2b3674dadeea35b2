package com.duespark.domain.reminders;

import com.duespark.domain.commands.CommandBody;
import com.duespark.domain.deliveries.Resolution;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be asked of a customer's cadence. Stored as JSON; add fields, never rename.
 */
public sealed interface CadenceCommand extends CommandBody {

  /**
   * No reminders for a while (REM-33).
   *
   * @param invoiceId one invoice; null = the whole customer
   * @param until null = until somebody resumes
   */
  record Pause(@Nullable UUID invoiceId, @Nullable Instant until) implements CadenceCommand {}

  /** Reminders go on; what was missed is caught up with. */
  record Resume(@Nullable UUID invoiceId) implements CadenceCommand {}

  /** A person says what became of a reminder whose outcome could not be found (EP-114). */
  record ResolveReminder(UUID deliveryId, Resolution resolution) implements CadenceCommand {}
}

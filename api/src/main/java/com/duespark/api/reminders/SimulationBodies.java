package com.duespark.api.reminders;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What callers write when they ask what a policy would do. */
final class SimulationBodies {

  static final int MOST_SAMPLES = 100;
  static final int MOST_INVOICES = 1_000;
  static final int MOST_DAYS = 365;
  static final int WHAT_IF_DAYS = 90;

  private SimulationBodies() {}

  /**
   * An invoice that is made up.
   *
   * @param sentOn today when absent
   */
  @Schema(name = "SampleInvoice")
  record SampleBody(@NotNull LocalDate dueOn, @Nullable LocalDate sentOn) {}

  /**
   * What a policy would send (BEY-04): about sample invoices of one customer, or about open
   * invoices that there are. Either of the two lists is given.
   *
   * @param policyId the policy to begin with; the default when absent
   * @param policy its content as it would be; as it is when absent
   * @param invoiceIds each is chased by the policy that it has
   * @param days from now, or from the first day on which a sample is sent; 90 when absent
   */
  @Schema(name = "SimulatePolicy")
  record SimulateBody(
      @Nullable UUID policyId,
      @Nullable @Valid PolicyBody policy,
      @Nullable @Size(min = 1, max = MOST_SAMPLES) List<@Valid SampleBody> invoices,
      @Nullable @Size(min = 1, max = MOST_INVOICES) List<@NotNull UUID> invoiceIds,
      @Nullable @Min(1) @Max(MOST_DAYS) Integer days) {}

  /**
   * What a change of a policy would change for the open invoices (BEY-05).
   *
   * @param policy its whole content as it would be
   * @param days 90 when absent
   */
  @Schema(name = "WhatIfPolicy")
  record WhatIfBody(
      @NotNull UUID policyId,
      @NotNull @Valid PolicyBody policy,
      @Nullable @Min(1) @Max(WHAT_IF_DAYS) Integer days) {}
}

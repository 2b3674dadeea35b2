package com.duespark.api.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands around an item that was opened, read in its business's name.
 *
 * @param business null when it is not known whose it is
 * @param workflow the workflow that it is for; null when it leads to none
 */
record Around(@Nullable BusinessView business, @Nullable WorkflowView workflow) {

  static final Around NOTHING = new Around(null, null);

  /** Whose it is. */
  @Schema(name = "PlatformBusiness")
  record BusinessView(UUID id, String name) {}

  /**
   * Who takes it.
   *
   * @param url its page in Temporal's UI; null where no address of that is configured
   */
  @Schema(name = "WorkflowLink")
  record WorkflowView(String id, @Nullable String url) {}
}

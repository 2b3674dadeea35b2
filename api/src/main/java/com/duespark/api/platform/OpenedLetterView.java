package com.duespark.api.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Stuck work with what stands around it. */
@Schema(name = "OpenedDeadLetter")
record OpenedLetterView(
    DeadLetterView letter,
    Around.@Nullable BusinessView business,
    Around.@Nullable WorkflowView workflow) {}

package com.duespark.api.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event with what stands around it. */
@Schema(name = "OpenedWebhookEvent")
record OpenedEventView(
    WebhookEventView event,
    Around.@Nullable BusinessView business,
    Around.@Nullable WorkflowView workflow) {}

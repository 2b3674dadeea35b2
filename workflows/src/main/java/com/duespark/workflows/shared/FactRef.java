package com.duespark.workflows.shared;

import java.util.UUID;

/** A stored fact from outside (a webhook event), by id. */
public record FactRef(UUID tenantId, UUID eventId) {}

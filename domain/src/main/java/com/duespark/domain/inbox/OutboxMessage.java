package com.duespark.domain.inbox;

import java.util.UUID;

/**
 * A workflow to start or signal, written with the fact that wants it.
 *
 * @param kind START or SIGNAL
 * @param workflow the workflow type
 * @param payload JSON of its input
 */
public record OutboxMessage(
    UUID id, String kind, String workflow, String workflowId, String payload, int attempts) {}

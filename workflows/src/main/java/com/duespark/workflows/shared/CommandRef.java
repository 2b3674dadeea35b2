package com.duespark.workflows.shared;

import java.util.UUID;

/** A command of the ledger, by id. Its words stay in the database. */
public record CommandRef(UUID tenantId, UUID commandId) {}

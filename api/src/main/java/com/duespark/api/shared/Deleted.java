package com.duespark.api.shared;

import java.util.UUID;

/** What a DELETE answers. */
public record Deleted(UUID id) {}

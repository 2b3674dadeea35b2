package com.duespark.domain.reminders;

import java.time.LocalDate;
import java.util.UUID;

/** A free day of the business's own; no automatic reminder leaves on it (REM-22). */
public record Holiday(UUID id, LocalDate day, String name) {}

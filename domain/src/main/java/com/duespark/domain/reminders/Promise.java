package com.duespark.domain.reminders;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A customer's word to pay (REM-32). Kept when the invoice is paid; broken when it is still open on
 * the day after.
 *
 * @param on the last day on which it can be kept, in the customer's time
 * @param disputed whether a dispute ended after it was made: then the dispute's rule decides about
 *     what was missed (REM-70)
 */
public record Promise(LocalDate on, Instant madeAt, boolean disputed) {}

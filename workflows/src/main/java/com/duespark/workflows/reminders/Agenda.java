package com.duespark.workflows.reminders;

import com.duespark.domain.deliveries.Channel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's cadence does next, read from rows. All that the workflow ever decides on.
 *
 * @param untilNext how long until there is something to do; null when only a change can bring
 *     anything
 * @param channel the way the next message goes
 * @param next that something in plain words, for the timer; no names, no amounts
 * @param done the customer has nothing open and nothing on its way
 * @param story plain text for people who look at the workflow
 */
public record Agenda(
    @Nullable Duration untilNext, Channel channel, String next, boolean done, String story) {}

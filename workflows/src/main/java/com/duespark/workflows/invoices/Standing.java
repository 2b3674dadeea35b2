package com.duespark.workflows.invoices;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.invoices.InvoiceStatus;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice needs next, read from its rows. All that the workflow ever decides on.
 *
 * @param toDeliver messages that still have to end, oldest first
 * @param untilSend how long a scheduled send has to wait; null when none is scheduled
 * @param openCheckout a payer may be on a payment page right now
 * @param closed nothing more can happen by itself: paid, void, written off or back on the desk
 * @param story plain text for people who look at the workflow; no names, no amounts
 */
public record Standing(
    InvoiceStatus status,
    List<Message> toDeliver,
    @Nullable Duration untilSend,
    boolean openCheckout,
    boolean closed,
    String story) {

  /** One message of the ledger and the way it goes. */
  public record Message(UUID deliveryId, Channel channel) {}
}

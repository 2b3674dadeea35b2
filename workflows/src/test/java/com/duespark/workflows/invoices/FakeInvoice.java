package com.duespark.workflows.invoices;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.invoices.InvoiceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of one invoice of 100, kept in memory. Refuses by exception. */
final class FakeInvoice {

  static final long TOTAL = 100;

  /** A rule said no. */
  static final class No extends RuntimeException {
    No(String reason) {
      super(reason);
    }
  }

  final UUID id;
  private InvoiceStatus status = InvoiceStatus.DRAFT;
  private final Set<UUID> unfinished = new LinkedHashSet<>();
  private final List<UUID> accepted = new ArrayList<>();
  private boolean sending;
  private long paid;
  private boolean openCheckout;
  private @Nullable Instant scheduledAt;
  private int mails;

  FakeInvoice(UUID id) {
    this.id = id;
  }

  void send() {
    if (sending || !(status.isBeforeSent() || status.isOpen())) {
      throw new No("CANNOT_SEND_" + status);
    }
    sending = true;
    scheduledAt = null;
    write();
  }

  void schedule(Instant at) {
    if (!status.isBeforeSent() || sending) {
      throw new No("ALREADY_SENT");
    }
    status = InvoiceStatus.SCHEDULED;
    scheduledAt = at;
  }

  void unschedule() {
    if (status != InvoiceStatus.SCHEDULED) {
      throw new No("NOT_SCHEDULED");
    }
    status = InvoiceStatus.DRAFT;
    scheduledAt = null;
  }

  void sendScheduled(Instant now) {
    if (status == InvoiceStatus.SCHEDULED && scheduledAt != null && !scheduledAt.isAfter(now)) {
      send();
    }
  }

  void voidNow() {
    if (paid > 0 || status == InvoiceStatus.VOID) {
      throw new No(paid > 0 ? "HAS_PAYMENTS" : "NOT_OPEN");
    }
    if (openCheckout) {
      throw new No("CHECKOUT_STILL_OPEN");
    }
    status = InvoiceStatus.VOID;
    sending = false;
    scheduledAt = null;
    unfinished.clear();
  }

  /** Money in, or back when negative; a paid invoice gets a receipt and needs no other mail. */
  void received(long amount) {
    paid += amount;
    sending = false;
    scheduledAt = null;
    if (paid >= TOTAL) {
      status = InvoiceStatus.PAID;
      unfinished.clear();
      write();
    } else {
      status = paid > 0 ? InvoiceStatus.PARTIALLY_PAID : InvoiceStatus.SENT;
    }
  }

  void recordPayment(long amount) {
    if (openCheckout) {
      throw new No("CHECKOUT_STILL_OPEN");
    }
    if (status == InvoiceStatus.VOID || paid + amount > TOTAL) {
      throw new No("OVERPAYMENT");
    }
    received(amount);
  }

  void openCheckout() {
    if (!status.isOpen()) {
      throw new No("NOT_PAYABLE");
    }
    openCheckout = true;
  }

  void closeCheckout() {
    openCheckout = false;
  }

  private void write() {
    unfinished.add(new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + ++mails));
  }

  boolean wants(UUID delivery) {
    return unfinished.contains(delivery);
  }

  void accepted(UUID delivery) {
    unfinished.remove(delivery);
    accepted.add(delivery);
    sending = false;
    if (status.isBeforeSent()) {
      status = InvoiceStatus.SENT;
      scheduledAt = null;
    }
  }

  InvoiceStatus status() {
    return status;
  }

  boolean hasOpenCheckout() {
    return openCheckout;
  }

  int mailsAccepted() {
    return accepted.size();
  }

  Standing standing(Instant now) {
    var wait = scheduledAt == null || sending ? null : Duration.between(now, scheduledAt);
    return new Standing(
        status,
        unfinished.stream().map(id -> new Standing.Message(id, Channel.EMAIL)).toList(),
        wait != null && wait.isNegative() ? Duration.ZERO : wait,
        openCheckout,
        switch (status) {
          case DRAFT -> !sending;
          case SCHEDULED, SENT, PARTIALLY_PAID -> false;
          case PAID, VOID, WRITTEN_OFF -> true;
        },
        status + ", " + unfinished.size() + " under way");
  }
}

package com.duespark.workflows.invoices;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.invoices.InvoiceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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

  /** How far a mail is; those that are on their way cannot be called back. */
  enum Mail {
    NEW,
    ATTEMPTING,
    ACCEPTED,
    UNKNOWN,
    CALLED_OFF;

    boolean isUnfinished() {
      return this == NEW || this == ATTEMPTING;
    }
  }

  final UUID id;
  private InvoiceStatus status = InvoiceStatus.DRAFT;
  private final Map<UUID, Mail> mails = new LinkedHashMap<>();
  private int recipients = 1;
  private boolean sending;
  private long paid;
  private boolean openCheckout;
  private @Nullable Instant scheduledAt;

  FakeInvoice(UUID id) {
    this.id = id;
  }

  FakeInvoice to(int people) {
    recipients = people;
    return this;
  }

  void send() {
    if (sending || !(status.isBeforeSent() || status.isOpen())) {
      throw new No("CANNOT_SEND_" + status);
    }
    sending = true;
    scheduledAt = null;
    write(recipients);
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
    callOff();
  }

  /** Money in, or back when negative; a paid invoice gets a receipt and needs no other mail. */
  void received(long amount) {
    paid += amount;
    sending = false;
    scheduledAt = null;
    if (paid >= TOTAL) {
      status = InvoiceStatus.PAID;
      callOff();
      write(recipients);
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

  // ------------------------------------------------------------------ its mails

  private void write(int people) {
    for (int i = 0; i < people; i++) {
      mails.put(mail(mails.size() + 1), Mail.NEW);
    }
  }

  /** The id of the first mail, the second, … */
  UUID mail(int n) {
    return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + n);
  }

  private void callOff() {
    mails.replaceAll((mail, how) -> how == Mail.NEW ? Mail.CALLED_OFF : how);
  }

  Mail how(UUID mail) {
    return mails.getOrDefault(mail, Mail.CALLED_OFF);
  }

  void attempted(UUID mail) {
    mails.put(mail, Mail.ATTEMPTING);
  }

  void lost(UUID mail) {
    mails.put(mail, Mail.UNKNOWN);
    sending = false;
  }

  /** A person knows that it did not arrive. */
  void resend(UUID mail) {
    if (how(mail) != Mail.UNKNOWN) {
      throw new No("NOT_UNKNOWN");
    }
    mails.put(mail, Mail.NEW);
  }

  void accepted(UUID mail) {
    mails.put(mail, Mail.ACCEPTED);
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
    return (int) mails.values().stream().filter(how -> how == Mail.ACCEPTED).count();
  }

  Standing standing(Instant now) {
    var wait = scheduledAt == null || sending ? null : Duration.between(now, scheduledAt);
    var unfinished =
        mails.entrySet().stream()
            .filter(mail -> mail.getValue().isUnfinished())
            .map(mail -> new Standing.Message(mail.getKey(), Channel.EMAIL))
            .toList();
    return new Standing(
        status,
        unfinished,
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

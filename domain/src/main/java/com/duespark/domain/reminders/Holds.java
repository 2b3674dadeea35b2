package com.duespark.domain.reminders;

import static java.util.Comparator.comparing;

import com.duespark.domain.reminders.Customer.Open;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What keeps an invoice's reminders back: what stands written, a promise, a payment on its way. */
final class Holds {

  /** So long a payment may be on its way before reminders go on (REM-36). */
  static final Duration PAYING = Duration.ofHours(24);

  private final Hours hours;
  private final Instant now;

  Holds(Hours hours, Instant now) {
    this.hours = hours;
    this.now = now;
  }

  /** What keeps a slot: of several the one whose rule goes first. */
  Optional<Hold> at(Open invoice, Instant slot) {
    var moment = slot.isBefore(now) ? now : slot;
    return all(invoice).filter(hold -> hold.holds(moment)).min(comparing(Hold::cause));
  }

  boolean isDisputed(Open invoice) {
    return all(invoice).anyMatch(hold -> hold.cause() == Hold.Cause.DISPUTED && hold.holds(now));
  }

  /** Whether a promise's last day is over. */
  boolean isBroken(Promise promise) {
    return !now.isBefore(endOf(promise));
  }

  /** The start of the day after the promise (REM-32). */
  Instant endOf(Promise promise) {
    return startOf(promise.on().plusDays(1));
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(hours.zone()).toInstant();
  }

  /** When holds end by themselves from now on. */
  Stream<Instant> ends(List<Open> invoices) {
    return invoices.stream()
        .flatMap(this::all)
        .flatMap(hold -> Stream.ofNullable(hold.until()))
        .filter(until -> until.isAfter(now));
  }

  private Stream<Hold> all(Open invoice) {
    return Stream.of(
            invoice.holds().stream(),
            Stream.ofNullable(invoice.promise())
                .map(promise -> new Hold(Hold.Cause.PROMISED, endOf(promise))),
            Stream.ofNullable(invoice.payingSince())
                .map(since -> new Hold(Hold.Cause.PAYMENT_PENDING, since.plus(PAYING))))
        .flatMap(holds -> holds);
  }
}

package com.duespark.sandbox.rig;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that a verdict is made from.
 *
 * @param debts what was owed, as the rig arranged it
 * @param accepted what the providers took
 * @param ledger the program's own rows of these messages, by delivery
 * @param payments when the payment of an invoice was committed, in real time
 * @param clocks each business's clock
 */
record Evidence(
    List<Debt> debts,
    List<Accepted> accepted,
    Map<String, Entry> ledger,
    Map<String, Instant> payments,
    Map<String, Clock> clocks) {

  /**
   * An invoice.
   *
   * @param invoiceId ours
   * @param number what mails call it; unique in its business
   * @param timetable when its reminders have to go; null where none may go yet
   * @param mailed whether the invoice itself went by mail
   * @param payer where its mails go
   */
  record Debt(
      String tenant,
      String invoiceId,
      String number,
      LocalDate dueOn,
      @Nullable Timetable timetable,
      boolean mailed,
      String payer) {}

  /** What a message is. */
  enum Kind {
    INVOICE,
    REMINDER,
    RECEIPT,
    NOTICE
  }

  /**
   * A message that a provider took.
   *
   * @param at real time
   * @param numbers the invoices that it names
   */
  record Accepted(
      Instant at, Kind kind, String delivery, String tenant, String to, List<String> numbers) {}

  /**
   * A message in the program's ledger.
   *
   * @param to its recipient
   * @param claimed when the transaction that claimed it was committed, in real time
   * @param asked how often the provider was asked about it in vain
   */
  record Entry(String to, String status, int asked, @Nullable Instant claimed) {}

  /** A business's clock: what it was ahead of real time, and since when. */
  record Clock(NavigableMap<Instant, Duration> offsets) {

    Clock {
      offsets = new TreeMap<>(offsets);
    }

    /** The business's time at a moment of real time. */
    Instant at(Instant real) {
      var offset = offsets.floorEntry(real);
      return offset == null ? real : real.plus(offset.getValue());
    }

    /** The moment of real time at which the business's time came to this. */
    Instant reached(Instant business) {
      Duration before = Duration.ZERO;
      for (var jump : offsets.entrySet()) {
        Instant walked = business.minus(before);
        if (walked.isBefore(jump.getKey())) {
          return walked;
        }
        if (!jump.getKey().plus(jump.getValue()).isBefore(business)) {
          return jump.getKey();
        }
        before = jump.getValue();
      }
      return business.minus(before);
    }
  }

  Clock clock(String tenant) {
    return Objects.requireNonNullElseGet(clocks.get(tenant), () -> new Clock(new TreeMap<>()));
  }
}

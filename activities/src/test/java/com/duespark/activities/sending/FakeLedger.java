package com.duespark.activities.sending;

import com.duespark.domain.deliveries.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One row of a ledger, in memory; can lose the connection before a result is recorded. */
final class FakeLedger implements Ledger {

  static final UUID ID = new UUID(0, 42);

  /** The process died. */
  static final class Crash extends RuntimeException {}

  final List<String> journal = new ArrayList<>();
  private final Email email;
  private final LedgerEntry.Policy policy;
  private final Supplier<Instant> clock;
  private LedgerEntry entry = LedgerEntry.fresh();
  private boolean crashes;
  private boolean wanted = true;
  private @Nullable Duration share;
  private @Nullable String mailer;
  @Nullable String messageId;
  @Nullable String reason;

  FakeLedger(LedgerEntry.Policy policy, Supplier<Instant> clock) {
    this(
        new Email(ID, "Acme", null, "a@b.example", "Hi", "", "", List.of(), Map.of()),
        policy,
        clock);
  }

  FakeLedger(Email email, LedgerEntry.Policy policy, Supplier<Instant> clock) {
    this.email = email;
    this.policy = policy;
    this.clock = clock;
  }

  void crashBeforeRecording() {
    crashes = true;
  }

  /** The business has had its share; null = it has some again. */
  void used(@Nullable Duration until) {
    share = until;
  }

  /** The invoice was paid or voided: there is nothing to send any more. */
  void callOff() {
    wanted = false;
  }

  @Override
  public LedgerEntry entry(UUID id) {
    return entry;
  }

  @Override
  public String mailer(UUID id) {
    return Objects.requireNonNull(mailer);
  }

  @Override
  public Claimed claim(UUID id, UUID token, String by) {
    if (!(entry.next(clock.get(), policy) instanceof LedgerEntry.Move.Send)) {
      return new Claimed.Nothing();
    }
    if (share != null) {
      return new Claimed.NotNow(share);
    }
    if (!wanted) {
      entry = entry.suppressed();
      return new Claimed.Nothing();
    }
    entry = entry.claim(token, clock.get(), policy);
    mailer = by;
    journal.add("claimed");
    return new Claimed.Taken(email);
  }

  @Override
  public void record(
      UUID id, UUID token, LedgerEntry moved, @Nullable String named, @Nullable String why) {
    if (crashes) {
      crashes = false;
      throw new Crash();
    }
    if (entry.holds(token)) {
      entry = moved;
      messageId = named;
      reason = why;
      journal.add("recorded " + moved.status());
    }
  }

  /** Another worker takes the row over, as after a lease that ran out. */
  void takenOverBy(UUID other) {
    entry = entry.claim(other, clock.get(), policy);
  }
}

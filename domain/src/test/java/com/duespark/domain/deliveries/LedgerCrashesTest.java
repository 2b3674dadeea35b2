package com.duespark.domain.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.deliveries.LedgerEntry.Move;
import com.duespark.domain.deliveries.LedgerEntry.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Any interleaving of claims, crashes, late answers and look-ups: the receiver gets one copy, and
 * no two leases are alive at once.
 */
class LedgerCrashesTest {

  private static final Policy POLICY =
      new Policy(
          Duration.ofSeconds(60),
          List.of(Duration.ofMinutes(2), Duration.ofMinutes(5)),
          List.of(Duration.ofSeconds(30), Duration.ofMinutes(2)));

  /** What happens to a worker that may send. */
  private enum Fate {
    ACCEPTED,
    CRASHES_BEFORE_THE_REQUEST,
    CRASHES_AFTER_THE_REQUEST,
    ANSWER_LOST_BUT_TAKEN,
    ANSWER_LOST_AND_NOT_TAKEN,
    NOT_ACCEPTED,
    REFUSED
  }

  private record Attempt(UUID token, Instant until) {}

  /** One row, one provider that remembers what it took, and a clock. */
  private static final class World {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private LedgerEntry entry = LedgerEntry.fresh();
    private final List<Attempt> attempts = new ArrayList<>();
    private int copies;
    private int lookups;
    private boolean released = true;
    private @Nullable UUID late;

    void step(Fate fate, int seconds) {
      now = now.plusSeconds(seconds);
      switch (entry.next(now, POLICY)) {
        case Move.Rest() -> {}
        case Move.Wait(Duration time) -> {}
        case Move.LookUp() -> {
          lookups++;
          entry = copies > 0 ? entry.accepted() : entry.unseen();
        }
        case Move.Send() -> send(fate);
      }
    }

    private void send(Fate fate) {
      assertThat(released || lookups == POLICY.lookups().size())
          .as("sends again only when released or when every look-up was negative")
          .isTrue();
      assertThat(attempts).noneMatch(attempt -> now.isBefore(attempt.until()));
      var token = new UUID(7, attempts.size());
      entry = entry.claim(token, now, POLICY);
      attempts.add(new Attempt(token, now.plus(POLICY.lease())));
      released = false;
      lookups = 0;
      switch (fate) {
        case ACCEPTED -> {
          copies++;
          entry = entry.accepted();
        }
        case CRASHES_BEFORE_THE_REQUEST -> late = token;
        case CRASHES_AFTER_THE_REQUEST -> {
          copies++;
          late = token;
        }
        case ANSWER_LOST_BUT_TAKEN -> {
          copies++;
          entry = entry.doubtful(now);
          end();
        }
        case ANSWER_LOST_AND_NOT_TAKEN -> {
          entry = entry.doubtful(now);
          end();
        }
        case NOT_ACCEPTED -> {
          boolean over = entry.retryDelay(POLICY) == null;
          entry = over ? entry.refused() : entry.released();
          released = true;
          end();
        }
        case REFUSED -> entry = entry.refused();
      }
    }

    private void end() {
      attempts.set(attempts.size() - 1, new Attempt(attempts.getLast().token(), now));
    }

    /** A worker that was thought dead wants to record its result. */
    void wakeUp() {
      if (late != null && entry.holds(late) && copies > 0) {
        entry = entry.accepted();
      }
    }
  }

  @Property(tries = 3000)
  void atMostOneCopyIsTakenAndNoTwoLeasesLive(
      @ForAll @Size(max = 40) List<Fate> fates,
      @ForAll @Size(value = 40) List<@IntRange(max = 400) Integer> pauses,
      @ForAll @Size(value = 40) List<Boolean> wakes) {
    var world = new World();

    for (int i = 0; i < fates.size(); i++) {
      world.step(fates.get(i), pauses.get(i));
      if (wakes.get(i)) {
        world.wakeUp();
      }

      assertThat(world.copies).isLessThanOrEqualTo(1);
      if (world.entry.status() == DeliveryStatus.SENT) {
        assertThat(world.copies).isEqualTo(1);
      }
    }
  }
}

package com.duespark.sandbox.rig;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.sandbox.rig.Evidence.Accepted;
import com.duespark.sandbox.rig.Evidence.Clock;
import com.duespark.sandbox.rig.Evidence.Debt;
import com.duespark.sandbox.rig.Evidence.Entry;
import com.duespark.sandbox.rig.Evidence.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An invoice due on Mon 2 Mar 2026 in Nairobi, reminded Thu 5, Mon 9 and Mon 16 at 06:30 UTC. */
class JudgeTest {

  private static final Timetable NAIROBI =
      new Timetable(ZoneId.of("Africa/Nairobi"), LocalTime.of(9, 0), LocalTime.of(17, 0), Set.of());

  private final List<Debt> debts = new ArrayList<>();
  private final List<Accepted> accepted = new ArrayList<>();
  private final Map<String, Entry> ledger = new HashMap<>();
  private final Map<String, Instant> payments = new HashMap<>();
  private final TreeMap<Instant, Duration> jumps = new TreeMap<>();

  @Test
  void findsNothingWrongWithWhatIsRight() {
    owe(true);
    accept(Kind.INVOICE, "2026-03-01T10:00:00Z", "d0");
    remindThrice();

    var verdict = judge();

    assertThat(verdict.isClean()).isTrue();
    assertThat(verdict.accepted()).isEqualTo(4);
    assertThat(verdict.reminded()).isEqualTo(3);
    assertThat(verdict.lateness())
        .containsExactly(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(4));
  }

  @Test
  void findsAReminderThatWentTwice() {
    owe(false);
    remindThrice();
    accept(Kind.REMINDER, "2026-03-09T06:31:00Z", "again");

    assertThat(damage(judge())).containsExactly(Damage.DOUBLED_UNASKED);
  }

  @Test
  void tellsADoubleThatWasAskedAboutFromOneThatWasNot() {
    owe(false);
    remindThrice();
    ledger.put("d2", new Entry("pay@c.example", "FAILED", 3, null));
    accept(Kind.REMINDER, "2026-03-09T06:31:00Z", "again");

    assertThat(damage(judge())).containsExactly(Damage.DOUBLED_ASKED);
  }

  @Test
  void findsAReminderThatNeverWent() {
    owe(false);
    remindThrice();
    accepted.removeIf(message -> message.delivery().equals("d2"));

    assertThat(damage(judge())).containsExactly(Damage.MISSING);
  }

  @Test
  void findsAnInvoiceThatNeverWent() {
    owe(true);
    remindThrice();

    assertThat(damage(judge())).containsExactly(Damage.MISSING);
  }

  @Test
  void doesNotMissWhatNobodyKnows() {
    owe(false);
    remindThrice();
    accepted.removeIf(message -> message.delivery().equals("d2"));
    ledger.put("d2", new Entry("pay@c.example", "UNKNOWN", 0, null));

    var verdict = judge();

    assertThat(verdict.isClean()).isTrue();
    assertThat(verdict.unknown()).hasSize(1);
  }

  @Test
  void findsAReminderThatWasClaimedAfterThePayment() {
    owe(false);
    remindThrice();
    claim("d3", "2026-03-16T06:30:00.000002Z");
    pay("2026-03-16T06:30:00.000001Z");

    assertThat(damage(judge())).containsExactly(Damage.AFTER_PAYMENT);
  }

  /** The message was on its way already. */
  @Test
  void allowsAReminderThatWasClaimedBeforeThePayment() {
    owe(false);
    remindThrice();
    claim("d3", "2026-03-16T06:30:00.000001Z");
    pay("2026-03-16T06:30:00.000002Z");

    assertThat(judge().isClean()).isTrue();
  }

  @Test
  void missesNothingOnceItIsPaid() {
    owe(false);
    remindThrice();
    accepted.removeIf(message -> message.delivery().equals("d3"));
    pay("2026-03-16T06:30:02Z");

    assertThat(judge().isClean()).isTrue();
  }

  /** A payment long after the slot does not excuse it. */
  @Test
  void missesWhatWasDueBeforeThePayment() {
    owe(false);
    remindThrice();
    accepted.removeIf(message -> !message.delivery().equals("d1"));
    pay("2026-03-12T06:30:00Z");

    assertThat(damage(judge())).containsExactly(Damage.MISSING);
  }

  @Test
  void wantsTwoReceiptsForAPaymentAndNoMore() {
    owe(false);
    remindThrice();
    pay("2026-03-20T06:30:00Z");

    assertThat(damage(judge())).isEmpty();

    accept(Kind.RECEIPT, "2026-03-20T06:30:09Z", "r3");

    assertThat(damage(judge())).containsExactly(Damage.DOUBLED_UNASKED);
  }

  @Test
  void findsAReminderAtNightAndOnASunday() {
    owe(false);
    accept(Kind.REMINDER, "2026-03-05T20:30:00Z", "d1");
    accept(Kind.REMINDER, "2026-03-15T06:30:00Z", "d2");
    accept(Kind.REMINDER, "2026-03-16T06:30:00Z", "d3");

    var verdict = judge();

    assertThat(verdict.count(Damage.OUTSIDE_WINDOW)).isEqualTo(2);
    assertThat(damage(verdict)).containsExactly(Damage.OUTSIDE_WINDOW);
  }

  @Test
  void findsAReminderThatWentADayLate() {
    owe(false);
    remindThrice();
    accepted.removeIf(message -> message.delivery().equals("d1"));
    accept(Kind.REMINDER, "2026-03-06T06:30:00Z", "d1");

    assertThat(damage(judge())).containsExactly(Damage.DAY_MISSED);
  }

  @Test
  void findsAReminderBeforeAnythingWasDueAndOneForNobody() {
    owe(false);
    remindThrice();
    accept(Kind.REMINDER, "2026-03-03T06:30:00Z", "early");
    accepted.add(
        new Accepted(
            Instant.parse("2026-03-05T06:30:00Z"),
            Kind.REMINDER,
            "other",
            "t1",
            "nobody@c.example",
            List.of("INV-9")));

    assertThat(judge().count(Damage.UNCALLED_FOR)).isEqualTo(2);
  }

  /** The business is a year ahead; what counts is its own time. */
  @Test
  void judgesByTheBusinesssClock() {
    owe(false);
    jump("2025-03-05T00:00:00Z", "2026-03-05T06:30:00Z");
    accept(Kind.REMINDER, "2025-03-05T00:00:03Z", "d1");
    jump("2025-03-05T00:01:00Z", "2026-03-09T06:29:58Z");
    accept(Kind.REMINDER, "2025-03-05T00:01:03Z", "d2");
    jump("2025-03-05T00:02:00Z", "2026-03-20T00:00:00Z");

    var verdict = judge();

    assertThat(damage(verdict)).containsExactly(Damage.MISSING);
    assertThat(verdict.lateness()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(3));
  }

  // ------------------------------------------------------------------ evidence

  private void owe(boolean mailed) {
    var due = LocalDate.parse("2026-03-02");
    debts.add(new Debt("t1", "i1", "INV-1", due, NAIROBI, mailed, "pay@c.example"));
  }

  private void remindThrice() {
    accept(Kind.REMINDER, "2026-03-05T06:30:00Z", "d1");
    accept(Kind.REMINDER, "2026-03-09T06:30:01Z", "d2");
    accept(Kind.REMINDER, "2026-03-16T06:30:04Z", "d3");
  }

  private void accept(Kind kind, String at, String delivery) {
    accepted.add(
        new Accepted(Instant.parse(at), kind, delivery, "t1", "pay@c.example", List.of("INV-1")));
  }

  private void claim(String delivery, String at) {
    ledger.put(delivery, new Entry("pay@c.example", "SENT", 0, Instant.parse(at)));
  }

  private void pay(String at) {
    payments.put("i1", Instant.parse(at));
    accept(Kind.RECEIPT, "2026-03-20T10:00:00Z", "r1");
    accept(Kind.NOTICE, "2026-03-20T10:00:00Z", "r2");
  }

  private void jump(String real, String business) {
    jumps.put(Instant.parse(real), Duration.between(Instant.parse(real), Instant.parse(business)));
  }

  private Verdict judge() {
    return Judge.judge(
        new Evidence(debts, accepted, ledger, payments, Map.of("t1", new Clock(jumps))));
  }

  private static List<Damage> damage(Verdict verdict) {
    return verdict.damage().entrySet().stream()
        .filter(found -> !found.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }
}

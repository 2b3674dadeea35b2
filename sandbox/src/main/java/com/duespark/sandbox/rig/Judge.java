package com.duespark.sandbox.rig;

import com.duespark.sandbox.rig.Evidence.Accepted;
import com.duespark.sandbox.rig.Evidence.Debt;
import com.duespark.sandbox.rig.Evidence.Entry;
import com.duespark.sandbox.rig.Evidence.Kind;
import com.duespark.sandbox.rig.Timetable.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what the providers took with what should have been sent. Pure. */
final class Judge {

  private final Evidence evidence;
  private final Map<Damage, List<String>> damage = new EnumMap<>(Damage.class);
  private final List<String> unknown = new ArrayList<>();
  private final List<Duration> lateness = new ArrayList<>();
  private final Set<String> payersInDoubt = new HashSet<>();
  private final Map<Purpose, List<Accepted>> byPurpose = new HashMap<>();
  private int reminded;

  /** A message about one invoice to one person. */
  private record Purpose(Kind kind, String tenant, String number) {}

  private Judge(Evidence evidence) {
    this.evidence = evidence;
  }

  static Verdict judge(Evidence evidence) {
    return new Judge(evidence).judge();
  }

  private Verdict judge() {
    for (Damage kind : Damage.values()) {
      damage.put(kind, new ArrayList<>());
    }
    evidence.ledger().forEach(this::noteDoubt);
    evidence.accepted().stream()
        .sorted(Comparator.comparing(Accepted::at))
        .forEach(
            message ->
                message
                    .numbers()
                    .forEach(
                        number ->
                            byPurpose
                                .computeIfAbsent(
                                    new Purpose(message.kind(), message.tenant(), number),
                                    purpose -> new ArrayList<>())
                                .add(message)));
    evidence.debts().forEach(this::judge);
    byPurpose.forEach(
        (purpose, messages) ->
            messages.forEach(message -> blame(Damage.UNCALLED_FOR, words(purpose, message))));
    return new Verdict(evidence.accepted().size(), reminded, damage, unknown, lateness);
  }

  private void noteDoubt(String delivery, Entry entry) {
    if (entry.status().equals("UNKNOWN")) {
      unknown.add("delivery %s to %s".formatted(delivery, entry.to()));
      payersInDoubt.add(entry.to());
    }
  }

  private void judge(Debt debt) {
    Instant paid = evidence.payments().get(debt.invoiceId());
    once(debt, Kind.INVOICE, debt.mailed());
    once(debt, Kind.RECEIPT, paid != null);
    once(debt, Kind.NOTICE, paid != null);
    if (debt.timetable() != null) {
      judgeReminders(debt, debt.timetable(), paid);
    }
  }

  // ------------------------------------------------------------------ one message, or none

  private void once(Debt debt, Kind kind, boolean wanted) {
    if (wanted) {
      countOnce(debt, kind.name(), taken(debt, kind), true);
    }
  }

  private List<Accepted> taken(Debt debt, Kind kind) {
    List<Accepted> found = byPurpose.remove(new Purpose(kind, debt.tenant(), debt.number()));
    return found == null ? List.of() : found;
  }

  private void countOnce(Debt debt, String what, List<Accepted> messages, boolean required) {
    for (int i = 1; i < messages.size(); i++) {
      Entry before = evidence.ledger().get(messages.get(i - 1).delivery());
      boolean asked = before != null && before.asked() > 0;
      blame(
          asked ? Damage.DOUBLED_ASKED : Damage.DOUBLED_UNASKED,
          "%s of %s: deliveries %s and %s"
              .formatted(
                  what, name(debt), messages.get(i - 1).delivery(), messages.get(i).delivery()));
    }
    if (messages.isEmpty() && required && !payersInDoubt.contains(debt.payer())) {
      blame(Damage.MISSING, "%s of %s".formatted(what, name(debt)));
    }
  }

  // ------------------------------------------------------------------ reminders

  private void judgeReminders(Debt debt, Timetable timetable, @Nullable Instant paid) {
    Evidence.Clock clock = evidence.clock(debt.tenant());
    List<Slot> slots = timetable.slots(debt.dueOn());
    Map<Slot, List<Accepted>> bySlot = new LinkedHashMap<>();
    slots.forEach(slot -> bySlot.put(slot, new ArrayList<>()));
    for (Accepted message : taken(debt, Kind.REMINDER)) {
      reminded++;
      Instant sent = clock.at(message.at());
      Slot slot = timetable.slotOf(slots, sent);
      if (slot == null) {
        blame(Damage.UNCALLED_FOR, "reminder of %s at %s".formatted(name(debt), sent));
        continue;
      }
      bySlot.getOrDefault(slot, new ArrayList<>()).add(message);
      judgeMoment(debt, timetable, slot, message, sent);
      if (paid != null && isClaimedAfter(message, paid)) {
        blame(
            Damage.AFTER_PAYMENT,
            "%s of %s: delivery %s, paid %s"
                .formatted(slot.step(), name(debt), message.delivery(), paid));
      }
    }
    bySlot.forEach(
        (slot, messages) ->
            countOnce(
                debt,
                slot.step(),
                messages,
                paid == null || !clock.at(paid).isBefore(slot.ends())));
  }

  private void judgeMoment(
      Debt debt, Timetable timetable, Slot slot, Accepted message, Instant sent) {
    String what = "%s of %s at %s, due %s".formatted(slot.step(), name(debt), sent, slot.at());
    if (!timetable.isOpenAt(sent)) {
      blame(Damage.OUTSIDE_WINDOW, what);
    } else if (sent.isBefore(slot.at())) {
      blame(Damage.UNCALLED_FOR, what);
    } else if (!sent.isBefore(slot.ends())) {
      blame(Damage.DAY_MISSED, what);
    } else {
      Instant due = evidence.clock(debt.tenant()).reached(slot.at());
      lateness.add(Duration.between(due, message.at()));
    }
  }

  /** By the order in which the two transactions were committed. */
  private boolean isClaimedAfter(Accepted message, Instant paid) {
    Entry entry = evidence.ledger().get(message.delivery());
    Instant claimed = entry == null ? null : entry.claimed();
    return (claimed == null ? message.at() : claimed).isAfter(paid);
  }

  private void blame(Damage kind, String words) {
    damage.computeIfAbsent(kind, unused -> new ArrayList<>()).add(words);
  }

  private static String name(Debt debt) {
    return "%s (%s) for %s".formatted(debt.number(), debt.invoiceId(), debt.payer());
  }

  private static String words(Purpose purpose, Accepted message) {
    return "%s of %s: delivery %s to %s"
        .formatted(purpose.kind(), purpose.number(), message.delivery(), message.to());
  }
}

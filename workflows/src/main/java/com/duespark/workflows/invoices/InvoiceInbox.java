package com.duespark.workflows.invoices;

import com.duespark.workflows.shared.CommandRef;
import com.duespark.workflows.shared.FactRef;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What handlers leave for the main loop, in order. A thing that is here twice is handled once. */
final class InvoiceInbox {

  /** Something to handle. */
  sealed interface Item {}

  /** A command; {@code kind} says what else has to happen around it. */
  record Asked(CommandRef command, Kind kind) implements Item {}

  record Reported(FactRef fact) implements Item {}

  /** A row changed. */
  record Nudged() implements Item {}

  /** What a command does to the payment page that may be open. */
  enum Kind {
    PLAIN,
    CLOSES_CHECKOUT,
    OPENS_CHECKOUT
  }

  private final Queue<Item> items = new ArrayDeque<>();
  private final Map<UUID, CompletablePromise<Boolean>> answers = new LinkedHashMap<>();
  private final Set<UUID> facts = new HashSet<>();

  /** Called by an update handler: waits until the main loop has applied the command. */
  void ask(CommandRef command, Kind kind) {
    var answer =
        answers.computeIfAbsent(
            command.commandId(),
            id -> {
              items.add(new Asked(command, kind));
              return Workflow.newPromise();
            });
    answer.get();
  }

  void report(FactRef fact) {
    if (facts.add(fact.eventId())) {
      items.add(new Reported(fact));
    }
  }

  void nudge() {
    items.add(new Nudged());
  }

  void answered(CommandRef command) {
    var answer = answers.get(command.commandId());
    if (answer != null) {
      answer.complete(true);
    }
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  int size() {
    return items.size();
  }

  @Nullable Item next() {
    return items.poll();
  }
}

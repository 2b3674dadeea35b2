package com.duespark.workflows.shared;

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

/**
 * What handlers leave for the main loop, in order. A thing that comes twice is handled once.
 *
 * @param <T> what can be in it
 */
public final class Inbox<T> {

  private final Queue<T> items = new ArrayDeque<>();
  private final Map<UUID, CompletablePromise<Boolean>> answers = new LinkedHashMap<>();
  private final Set<UUID> seen = new HashSet<>();

  /** Called by an update handler: waits until the main loop has dealt with the command. */
  public void ask(UUID commandId, T item) {
    answers
        .computeIfAbsent(
            commandId,
            id -> {
              items.add(item);
              return Workflow.newPromise();
            })
        .get();
  }

  public void answered(UUID commandId) {
    var answer = answers.get(commandId);
    if (answer != null) {
      answer.complete(true);
    }
  }

  public void add(T item) {
    items.add(item);
  }

  public void addOnce(UUID id, T item) {
    if (seen.add(id)) {
      items.add(item);
    }
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  public int size() {
    return items.size();
  }

  public @Nullable T peek() {
    return items.peek();
  }

  public @Nullable T next() {
    return items.poll();
  }
}

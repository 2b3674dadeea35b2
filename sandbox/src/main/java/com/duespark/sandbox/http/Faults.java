package com.duespark.sandbox.http;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults in force, first ordered first struck. Not kept over a restart. */
public final class Faults {
  private final List<Fault> active = new ArrayList<>();
  private final List<Runnable> onClear = new CopyOnWriteArrayList<>();
  private long lastId;

  public synchronized JsonObject order(JsonObject json) {
    Fault fault = Fault.fromJson("fault_" + ++lastId, json);
    active.add(fault);
    return fault.toJson();
  }

  public synchronized List<JsonObject> list() {
    return active.stream().map(Fault::toJson).toList();
  }

  /** Forgets every fault; what they held back is released. */
  public void clear() {
    synchronized (this) {
      active.clear();
    }
    onClear.forEach(Runnable::run);
  }

  public void onClear(Runnable release) {
    onClear.add(release);
  }

  /** Takes the first fault that fits and whose turn it is, and counts it down. */
  public synchronized Optional<Fault> strike(String provider, String path, String recipients) {
    for (int i = 0; i < active.size(); i++) {
      Fault fault = active.get(i);
      if (!fault.matches(provider, path, recipients)) {
        continue;
      }
      if (!fault.isDue()) {
        active.set(i, fault.passed());
      } else {
        Fault left = fault.struck();
        if (left.times() <= 0) {
          active.remove(i);
        } else {
          active.set(i, left);
        }
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  /** Waits as a slow provider would. */
  public static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

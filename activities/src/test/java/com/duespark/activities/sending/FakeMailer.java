package com.duespark.activities.sending;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** A provider that does as told and writes down that it was asked. */
final class FakeMailer implements EmailSender {

  private final String name;
  private final List<String> journal;
  private final Deque<Outcome> outcomes = new ArrayDeque<>();
  private final Deque<Lookup> lookups = new ArrayDeque<>();
  private Runnable during = () -> {};

  FakeMailer(List<String> journal) {
    this("fake", journal);
  }

  /** One of several; its journal lines are told apart by its name. */
  FakeMailer(String name, List<String> journal) {
    this.name = name;
    this.journal = journal;
  }

  FakeMailer answers(Outcome... next) {
    outcomes.addAll(List.of(next));
    return this;
  }

  FakeMailer finds(Lookup... next) {
    lookups.addAll(List.of(next));
    return this;
  }

  void meanwhile(Runnable act) {
    during = act;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Outcome send(Email email) {
    journal.add(name.equals("fake") ? "sent" : name);
    during.run();
    return outcomes.remove();
  }

  @Override
  public Lookup find(UUID deliveryId) {
    journal.add("asked");
    return lookups.remove();
  }
}

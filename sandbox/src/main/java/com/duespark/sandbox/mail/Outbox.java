package com.duespark.sandbox.mail;

import com.duespark.sandbox.log.Fact;
import com.duespark.sandbox.log.FactLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Every mail accepted, oldest first. */
public final class Outbox {
  private final FactLog log;
  private final List<Mail> mails = new ArrayList<>();
  private final List<Consumer<Mail>> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();

  public Outbox(FactLog log) {
    this.log = log;
    log.replayTo(this::apply);
  }

  /** Keeps the mail; it is on disk when this returns. */
  public void accept(Mail mail) {
    log.append(mail.provider(), "mail.accepted", mail.toJson());
    listeners.forEach(listener -> listener.accept(mail));
  }

  /** Hears of every mail from now on, not of those read from the log. */
  void onAccepted(Consumer<Mail> listener) {
    listeners.add(listener);
  }

  public List<Mail> all() {
    lock.lock();
    try {
      return List.copyOf(mails);
    } finally {
      lock.unlock();
    }
  }

  public Optional<Mail> find(String id) {
    return all().stream().filter(m -> m.id().equals(id)).findFirst();
  }

  private void apply(Fact fact) {
    lock.lock();
    try {
      if (fact.kind().equals("mail.accepted")) {
        mails.add(Mail.fromJson(fact.body()));
      } else if (fact.kind().equals(FactLog.RESET)) {
        mails.clear();
      }
    } finally {
      lock.unlock();
    }
  }
}

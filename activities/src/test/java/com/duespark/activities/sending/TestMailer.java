package com.duespark.activities.sending;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** Takes every mail, unless it was told to answer something else; keeps what it took. */
public final class TestMailer implements EmailSender {

  private final Deque<Outcome> outcomes = new ArrayDeque<>();
  private final List<Email> taken = new ArrayList<>();

  public void answers(Outcome next) {
    outcomes.add(next);
  }

  public List<Email> taken(String address) {
    return taken.stream().filter(mail -> mail.to().equals(address)).toList();
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public Outcome send(Email email) {
    var outcome =
        outcomes.isEmpty() ? new Outcome.Accepted(UUID.randomUUID().toString()) : outcomes.remove();
    if (outcome instanceof Outcome.Accepted) {
      taken.add(email);
    }
    return outcome;
  }

  @Override
  public Lookup find(UUID deliveryId) {
    return new Lookup.Impossible();
  }
}

package com.duespark.domain.reminders;

import static java.util.Comparator.comparing;

import com.duespark.domain.deliveries.Channel;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which messages a slot's steps become, and on which channel (REM-40, REM-69). */
final class Messages {

  /** Who goes first where only one message may go: the most pressing (REM-69). */
  private static final Comparator<Candidate> PRESSING =
      comparing((Candidate candidate) -> candidate.step.stage())
          .reversed()
          .thenComparing(candidate -> candidate.invoice.dueOn())
          .thenComparing(candidate -> candidate.invoice.number())
          .thenComparing(candidate -> candidate.invoice.id());

  /** One message: what it lists, the most pressing first. */
  record Message(Channel channel, List<Candidate> candidates) {}

  private final Customer customer;

  Messages(Customer customer) {
    this.customer = customer;
  }

  /** One message per channel, or one per invoice; the most pressing first (REM-40, REM-69). */
  List<Message> of(List<Candidate> candidates) {
    var sorted = candidates.stream().sorted(PRESSING).toList();
    if (!customer.consolidate()) {
      return sorted.stream()
          .map(candidate -> new Message(channel(candidate), List.of(candidate)))
          .toList();
    }
    var highest = sorted.getFirst().step.stage();
    var joined =
        sorted.stream()
            .filter(candidate -> candidate.step.stage() == highest)
            .flatMap(candidate -> ownChannel(candidate).stream())
            .findFirst()
            .orElseGet(this::preferredChannel);
    return sorted.stream()
        .collect(
            Collectors.groupingBy(
                candidate -> ownChannel(candidate).orElse(joined),
                LinkedHashMap::new,
                Collectors.toList()))
        .entrySet()
        .stream()
        .map(group -> new Message(group.getKey(), group.getValue()))
        .toList();
  }

  Channel channel(Candidate candidate) {
    return ownChannel(candidate).orElseGet(this::preferredChannel);
  }

  /** Whether the channel that its policy fixes reaches the customer. */
  boolean reach(Candidate candidate) {
    return ownChannel(candidate).isPresent();
  }

  private Optional<Channel> ownChannel(Candidate candidate) {
    return Optional.ofNullable(candidate.step.channel()).filter(customer.routes()::contains);
  }

  private Channel preferredChannel() {
    return customer.routes().isEmpty() ? Channel.EMAIL : customer.routes().getFirst();
  }
}

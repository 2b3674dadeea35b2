package com.duespark.domain.reminders;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.Plan.Planned;
import com.duespark.domain.reminders.Rehearsal.HandedOver;
import com.duespark.domain.reminders.Rehearsal.Sent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What would be sent in the days to come (BEY-04): every plan is carried out in memory, by the
 * planner that the cadences use. Assumes that each message is taken at its instant, and that a
 * customer pays only as the assumption says.
 */
public final class Simulation {

  private static final int MOST_DAYS = 730;
  private static final int PLANS_PER_INVOICE = 400;

  private static final Comparator<Message> IN_TIME =
      Comparator.comparing(Message::at).thenComparing(Message::contactId);

  private static final Comparator<HandedOver> IN_ORDER =
      Comparator.comparing(HandedOver::at).thenComparing(HandedOver::invoice);

  private static final Comparator<NotSent> BY_SLOT =
      Comparator.comparing((NotSent row) -> row.row().sendAt())
          .thenComparing(NotSent::contactId)
          .thenComparing(row -> row.row().invoiceId())
          .thenComparing(row -> row.row().step().offsetDays());

  private Simulation() {}

  /** When an invoice will be paid: the local day, null = not in the time looked at. */
  @FunctionalInterface
  public interface Assumption {

    Assumption NOBODY_PAYS = (customer, invoice) -> null;

    @Nullable LocalDate paidOn(Customer customer, Customer.Open invoice);
  }

  /** One message; its rows are the steps that it carries, the most pressing first. */
  public record Message(UUID contactId, Instant at, Channel channel, List<Planned> rows) {}

  /**
   * A step that does not go: skipped, or held to the end.
   *
   * @param row what the last plan said of it
   */
  public record NotSent(UUID contactId, Planned row) {}

  /**
   * What happens.
   *
   * @param messages in the order of their instants
   * @param notSent in the order of the slots that they would have had
   * @param handedOver what a person takes over, in the order of those moments
   */
  public record Result(
      List<Message> messages, List<NotSent> notSent, List<HandedOver> handedOver) {}

  /**
   * Plays the days to come.
   *
   * @param days 1 to 730
   */
  public static Result play(
      List<Customer> customers, Instant from, int days, Assumption assumption) {
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException("Simulate 1 to %d days".formatted(MOST_DAYS));
    }
    var messages = new ArrayList<Message>();
    var notSent = new ArrayList<NotSent>();
    var handedOver = new ArrayList<HandedOver>();
    for (var customer : customers) {
      var played = new Simulation.One(customer, from, assumption);
      played.run(from.plus(days, ChronoUnit.DAYS));
      messages.addAll(played.messages());
      notSent.addAll(played.notSent());
      handedOver.addAll(played.rehearsal.handedOver());
    }
    messages.sort(IN_TIME);
    notSent.sort(BY_SLOT);
    handedOver.sort(IN_ORDER);
    return new Result(List.copyOf(messages), List.copyOf(notSent), List.copyOf(handedOver));
  }

  /** One customer's days. */
  private static final class One {

    private final UUID contactId;
    private final Rehearsal rehearsal;
    private final Map<Instant, List<UUID>> payments = new TreeMap<>();
    private final Map<String, Planned> last = new TreeMap<>();
    private final int limit;

    One(Customer customer, Instant from, Assumption assumption) {
      contactId = customer.contactId();
      rehearsal = new Rehearsal(customer, from).watchedBy(this::remember);
      limit = PLANS_PER_INVOICE * (customer.invoices().size() + 1);
      for (var invoice : customer.invoices()) {
        var day = assumption.paidOn(customer, invoice);
        if (day != null) {
          var at = day.atStartOfDay(customer.hours().zone()).toInstant();
          payments
              .computeIfAbsent(at.isBefore(from) ? from : at, moment -> new ArrayList<>())
              .add(invoice.id());
        }
      }
    }

    void run(Instant end) {
      payments.forEach(
          (at, paid) -> {
            if (at.isBefore(end)) {
              rehearsal.runUntil(at, limit);
              rehearsal.wakeUpAt(at);
              rehearsal.change(
                  known ->
                      known.withInvoices(
                          known.invoices().stream()
                              .filter(open -> !paid.contains(open.id()))
                              .toList()));
              last.values().removeIf(row -> paid.contains(row.invoiceId()) && isOpen(row));
            }
          });
      rehearsal.runUntil(end, limit);
    }

    private static boolean isOpen(Planned row) {
      return row.status().isOpen();
    }

    private void remember(Plan plan) {
      plan.reminders().forEach(row -> last.put(row.invoiceId() + " " + row.step().key(), row));
    }

    List<Message> messages() {
      var byNumber = new TreeMap<Integer, List<Sent>>();
      rehearsal
          .sent()
          .forEach(one -> byNumber.computeIfAbsent(one.message(), n -> new ArrayList<>()).add(one));
      return byNumber.values().stream()
          .map(
              sent ->
                  new Message(
                      contactId,
                      sent.getFirst().at(),
                      sent.getFirst().channel(),
                      sent.stream().map(Sent::row).toList()))
          .toList();
    }

    List<NotSent> notSent() {
      return last.values().stream()
          .filter(
              row -> row.status() == ReminderStatus.SKIPPED || row.status() == ReminderStatus.HELD)
          .map(row -> new NotSent(contactId, row))
          .toList();
    }
  }
}

package com.duespark.domain.reminders;

import static java.util.stream.Collectors.joining;

import com.duespark.domain.reminders.Plan.Planned;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A plan as lines that a person can check: what goes in its order, what does not, what a person
 * takes over.
 */
final class PlanText {

  private PlanText() {}

  static String of(Plan plan, Customer customer) {
    var zone = customer.hours().zone();
    var goes = plan.reminders().stream().filter(PlanText::goes);
    var doesNot =
        plan.reminders().stream()
            .filter(planned -> !goes(planned))
            .sorted(
                Comparator.comparing(Planned::sendAt)
                    .thenComparing(planned -> number(planned.invoiceId(), customer)));
    return Stream.of(
            goes.map(planned -> line(planned, customer)),
            doesNot.map(planned -> line(planned, customer)),
            plan.collections().stream()
                .map(
                    handed ->
                        "* %s %s"
                            .formatted(
                                number(handed.invoiceId(), customer), moment(handed.at(), zone))))
        .flatMap(lines -> lines)
        .collect(joining("\n"));
  }

  private static boolean goes(Planned planned) {
    return planned.status() == ReminderStatus.SCHEDULED;
  }

  private static String line(Planned planned, Customer customer) {
    return Stream.of(
            planned.message() == 0 ? "-" : Integer.toString(planned.message()),
            number(planned.invoiceId(), customer),
            planned.step().key(),
            moment(planned.sendAt(), customer.hours().zone()),
            planned.tone().name(),
            planned.channel().name(),
            planned.status().name(),
            planned.status() == ReminderStatus.HELD ? String.valueOf(planned.heldBy()) : "",
            planned.skipReason() == null ? "" : planned.skipReason().name(),
            codes(planned.reasons()))
        .filter(word -> !word.isEmpty())
        .collect(joining(" "));
  }

  private static String number(UUID invoiceId, Customer customer) {
    return customer.invoices().stream()
        .filter(open -> open.id().equals(invoiceId))
        .map(Customer.Open::number)
        .findFirst()
        .orElseThrow();
  }

  private static String codes(List<Reason> reasons) {
    return reasons.stream().map(reason -> reason.code().name()).collect(joining(" "));
  }

  private static String moment(Instant instant, ZoneId zone) {
    var local = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);
    return "%s = %s"
        .formatted(local.format(instant.atZone(zone)), instant.toString().replace(":00Z", "Z"));
  }
}

package com.duespark.documents.mail;

import com.duespark.documents.shared.Words;
import com.duespark.domain.reminders.Tone;
import com.duespark.domain.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the reminder mails say (CPY-10 to CPY-13), in one place for a translator. English.
 *
 * @param replies whether an answer to the mail reaches the business
 */
record ReminderWords(Tone tone, Due due, boolean replies) {

  static final String PAY = "View and pay";
  static final String INVOICE = "Invoice";
  static final String DUE = "Due";
  static final String OVERDUE = "Overdue";
  static final String ACCOUNT = "the invoice number";
  static final String REGARDS = "Kind regards,";

  /** Where the due days of all invoices of the mail lie. */
  enum Due {
    AHEAD,
    TODAY,
    PASSED,
    MIXED;

    static Due of(IntStream daysOverdue) {
      var days = daysOverdue.summaryStatistics();
      if (days.getMin() > 0) {
        return PASSED;
      }
      if (days.getMax() > 0) {
        return MIXED;
      }
      return days.getMin() == 0 ? TODAY : AHEAD;
    }
  }

  String greeting(String name) {
    return switch (tone) {
      case FRIENDLY -> "Hi " + name + ",";
      case NEUTRAL -> "Hello " + name + ",";
      case FIRM -> "Dear " + name + ",";
    };
  }

  String subject(String number, LocalDate dueOn, int daysOverdue) {
    var invoice = "invoice " + number;
    return switch (tone) {
      case FRIENDLY -> "Reminder: " + invoice;
      case NEUTRAL ->
          switch (due) {
            case AHEAD -> "Invoice %s is due on %s".formatted(number, Words.date(dueOn));
            case TODAY -> "Invoice %s is due today".formatted(number);
            case PASSED, MIXED ->
                "Invoice %s is %s overdue".formatted(number, Wording.count(daysOverdue, "day"));
          };
      case FIRM ->
          switch (due) {
            case AHEAD -> "Due %s: %s – please pay on time".formatted(Words.date(dueOn), invoice);
            case TODAY -> "Due today: %s – please pay today".formatted(invoice);
            case PASSED, MIXED -> "Overdue: %s – please pay now".formatted(invoice);
          };
    };
  }

  /** The subject of a list. */
  String subject(int count, List<Money> totals) {
    return switch (tone) {
      case FRIENDLY ->
          switch (due) {
            case AHEAD, TODAY ->
                "Reminder: %d invoices are %s, %s".formatted(count, state(), sum(totals));
            case PASSED, MIXED -> "Reminder: %d open invoices, %s".formatted(count, sum(totals));
          };
      case NEUTRAL -> "%d invoices are %s: %s".formatted(count, state(), sum(totals));
      case FIRM ->
          "%s: %d invoices, %s – please pay %s"
              .formatted(
                  Wording.capital(state()),
                  count,
                  sum(totals),
                  switch (due) {
                    case AHEAD -> "on time";
                    case TODAY -> "today";
                    case PASSED, MIXED -> "now";
                  });
    };
  }

  private String state() {
    return switch (due) {
      case AHEAD -> "due soon";
      case TODAY -> "due today";
      case PASSED -> "overdue";
      case MIXED -> "open";
    };
  }

  String preheader(Money open, LocalDate dueOn) {
    var fact = Words.money(open) + ", due " + Words.weekday(dueOn);
    return switch (due) {
      case AHEAD, TODAY -> fact + ".";
      case PASSED, MIXED ->
          tone == Tone.FRIENDLY
              ? fact + ", still open. If you have paid already, thank you."
              : fact + ", still open.";
    };
  }

  /** The first numbers of a list. */
  String preheader(List<String> numbers, int count) {
    var shown = numbers.stream().limit(3).collect(Collectors.joining(", "));
    var more = count - Math.min(3, numbers.size());
    return more == 0 ? shown + "." : shown + " and " + more + " more.";
  }

  /** What is said of one invoice, with what is asked. */
  String words(String number, Money open, LocalDate dueOn, int daysOverdue) {
    var invoice = "invoice " + number + " for " + Words.money(open);
    var day =
        switch (due) {
          case AHEAD -> " is due on " + Words.weekday(dueOn);
          case TODAY -> " is due today, " + Words.weekday(dueOn);
          case PASSED, MIXED -> " was due on " + Words.weekday(dueOn);
        };
    var late = due == Due.PASSED;
    var sentence =
        switch (tone) {
          case FRIENDLY -> "A quick note that " + invoice + day + ". ";
          case NEUTRAL -> Wording.capital(invoice) + day + (late ? " and is still open. " : ". ");
          case FIRM ->
              Wording.capital(invoice)
                  + (late
                      ? " is %s overdue despite earlier reminders. "
                          .formatted(Wording.count(daysOverdue, "day"))
                      : day + ". ");
        };
    return sentence + ask();
  }

  /** What is said above a list. */
  String words(int count, String business, List<Money> totals) {
    var sentence =
        "You have %d open invoices with %s, together %s".formatted(count, business, sum(totals));
    return tone == Tone.FIRM && due == Due.PASSED
        ? sentence + ", despite earlier reminders."
        : sentence + ".";
  }

  /** What the tone asks for; stands below a list. */
  String ask() {
    return switch (tone) {
      case FRIENDLY -> "If you have paid already, thank you – please ignore this.";
      case NEUTRAL ->
          replies
              ? pay("now") + ", or reply to this mail if something is unclear."
              : pay("now") + ".";
      case FIRM ->
          pay("at once")
              + (replies ? ", or reply to this mail" : ", or contact us")
              + switch (due) {
                case AHEAD, TODAY -> " to agree a date.";
                case PASSED, MIXED -> " today to agree a date.";
              };
    };
  }

  private String pay(String late) {
    return "Please pay "
        + switch (due) {
          case AHEAD -> "on time";
          case TODAY -> "today";
          case PASSED, MIXED -> late;
        };
  }

  /** Where else to turn; empty when the tone has said it, or when nobody reads an answer. */
  String help() {
    return tone == Tone.FRIENDLY && replies
        ? "Something is not right, or you need more time? Reply to this mail."
        : "";
  }

  /** Above the figure of one invoice. */
  String figure(LocalDate dueOn) {
    return switch (due) {
      case AHEAD -> "To pay by " + Words.weekday(dueOn);
      case TODAY -> "To pay today, " + Words.weekday(dueOn);
      case PASSED, MIXED -> "Still open, due " + Words.weekday(dueOn);
    };
  }

  /** Above the figure of a list. */
  String figure(int count) {
    return open() + ", " + count + " invoices";
  }

  /** Above each figure of a list in several currencies. */
  String figure(Money total) {
    return open() + " in " + total.currency().getCurrencyCode();
  }

  private String open() {
    return switch (due) {
      case AHEAD, TODAY -> "To pay";
      case PASSED, MIXED -> "Still open";
    };
  }

  /** Under the number of an invoice in a list. */
  static List<String> due(LocalDate dueOn, int daysOverdue) {
    var day = Words.date(dueOn);
    if (daysOverdue == 0) {
      return List.of("Due today, " + day);
    }
    return List.of(
        "Due " + day,
        daysOverdue > 0
            ? Wording.count(daysOverdue, "day") + " overdue"
            : "In " + Wording.count(-daysOverdue, "day"));
  }

  static String paid(Money paid) {
    return Words.money(paid) + " is paid";
  }

  static String more(int count) {
    return "And " + count + " more";
  }

  /** {@code KES 1.00}, {@code KES 1.00 and USD 1.00}, {@code KES 1.00, USD 1.00 and EUR 1.00}. */
  private static String sum(List<Money> totals) {
    var words = totals.stream().map(Words::money).toList();
    return words.size() == 1
        ? words.getFirst()
        : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }
}

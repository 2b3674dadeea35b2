package com.duespark.activities.reminders;

import static com.duespark.activities.reminders.ExplainTest.Scenario.of;
import static com.duespark.domain.reminders.ReminderStatus.CANCELED;
import static com.duespark.domain.reminders.ReminderStatus.FAILED;
import static com.duespark.domain.reminders.ReminderStatus.HELD;
import static com.duespark.domain.reminders.ReminderStatus.SCHEDULED;
import static com.duespark.domain.reminders.ReminderStatus.SENT;
import static com.duespark.domain.reminders.ReminderStatus.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.activities.reminders.Office.Desk;
import com.duespark.activities.sending.EmailSender.Outcome;
import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.reminders.CadenceCommand;
import com.duespark.domain.reminders.CadenceCommand.Change;
import com.duespark.domain.reminders.CadenceCommand.Decide;
import com.duespark.domain.reminders.CadenceCommand.Dispute;
import com.duespark.domain.reminders.CadenceCommand.Mute;
import com.duespark.domain.reminders.CadenceCommand.Pause;
import com.duespark.domain.reminders.CadenceCommand.Promise;
import com.duespark.domain.reminders.CadenceCommand.RemindNow;
import com.duespark.domain.reminders.CadenceCommand.ResolveDispute;
import com.duespark.domain.reminders.CadenceCommand.Resume;
import com.duespark.domain.reminders.CadenceCommand.SendNow;
import com.duespark.domain.reminders.CadenceCommand.Skip;
import com.duespark.domain.reminders.CadenceCommand.UsePolicy;
import com.duespark.domain.reminders.Choice.Answer;
import com.duespark.domain.reminders.Evidence;
import com.duespark.domain.reminders.Explanation;
import com.duespark.domain.reminders.Hold;
import com.duespark.domain.reminders.Reason.Code;
import com.duespark.domain.reminders.ReminderStatus;
import com.duespark.domain.reminders.Tone;
import com.duespark.domain.reminders.Warning;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** BEY-03: of 50 scripted stories each names the rule that decided and the facts it had. */
@OfficeTest
class ExplainTest {

  private static final Set<Warning> ALL = EnumSet.allOf(Warning.class);

  @Autowired Office office;

  /**
   * One story.
   *
   * @param script plays it; answers the invoice that is asked about
   * @param step the step that is asked about
   * @param words a part of what the deciding rule says
   * @param fact what the kept facts must show
   */
  record Scenario(
      String title,
      Function<Desk, UUID> script,
      String step,
      ReminderStatus decision,
      Code rule,
      String words,
      Predicate<Evidence> fact) {

    static Scenario of(
        String title,
        Function<Desk, UUID> script,
        String step,
        ReminderStatus decision,
        Code rule,
        String words) {
      return of(title, script, step, decision, rule, words, facts -> true);
    }

    static Scenario of(
        String title,
        Function<Desk, UUID> script,
        String step,
        ReminderStatus decision,
        Code rule,
        String words,
        Predicate<Evidence> fact) {
      return new Scenario(title, script, step, decision, rule, words, fact);
    }

    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Scenario> scenarios() {
    return Stream.of(days(), holds(), ends(), people(), words()).flatMap(List::stream);
  }

  @Test
  void thereAreFifty() {
    assertThat(scenarios()).hasSize(50);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theDecidingRuleAndItsEvidenceAreNamed(Scenario scenario) {
    var desk = office.open();

    var invoice = scenario.script().apply(desk);

    var reminder = desk.step(invoice, scenario.step());
    var rule = Objects.requireNonNull(Explanation.rule(reminder));
    assertThat(reminder.status()).as("%s", reminder.reasons()).isEqualTo(scenario.decision());
    assertThat(rule.code()).as("%s", reminder.reasons()).isEqualTo(scenario.rule());
    assertThat(rule.words()).contains(scenario.words());
    assertThat(Explanation.of(reminder)).contains(scenario.words()).endsWith(".");
    var facts = Objects.requireNonNull(reminder.evidence());
    assertThat(scenario.fact().test(facts)).as("%s", facts).isTrue();
    assertThat(reminder.decidedAt()).isNotNull().isBeforeOrEqualTo(desk.now());
    assertThat(facts.checkedAt()).isBeforeOrEqualTo(reminder.decidedAt());
    assertThat(desk.story(invoice)).endsWith(".");
  }

  // ------------------------------------------------------------------ days

  private static List<Scenario> days() {
    return List.of(
        of(
            "before the due day",
            desk -> desk.sent("2037-03-20"),
            "PRE_3",
            SCHEDULED,
            Code.OFFSET,
            "3 days before the due day, Tue 17 Mar 2037"),
        of(
            "after the due day",
            desk -> desk.sent("2037-03-20"),
            "REMINDER_1",
            SCHEDULED,
            Code.OFFSET,
            "3 days after the due day, Mon 23 Mar 2037",
            facts -> facts.dueOn().equals(LocalDate.parse("2037-03-20"))),
        of(
            "sent after its due day",
            desk -> {
              var draft = desk.draft("2037-03-02");
              return desk.at("2037-03-03T08:00").send(draft);
            },
            "REMINDER_1",
            SCHEDULED,
            Code.OFFSET,
            "3 days after the day it was sent, Fri 6 Mar 2037"),
        of(
            "a Saturday",
            desk -> desk.sent("2037-03-11"),
            "REMINDER_1",
            SCHEDULED,
            Code.WEEKEND,
            "Sat 14 Mar 2037 is no business day"),
        of(
            "a free day of the business",
            desk -> {
              freeDay(desk, "2037-03-23", "Inventory");
              return desk.sent("2037-03-20");
            },
            "REMINDER_1",
            SCHEDULED,
            Code.HOLIDAY,
            "Mon 23 Mar 2037 is Inventory"),
        of(
            "over Easter onto the day of the next step",
            desk -> desk.sent("2037-03-31"),
            "REMINDER_1",
            SKIPPED,
            Code.SUPERSEDED,
            "A later step goes instead"),
        of(
            "the step that took its place",
            desk -> desk.sent("2037-03-31"),
            "REMINDER_2",
            SCHEDULED,
            Code.OFFSET,
            "7 days after the due day, Tue 7 Apr 2037"),
        of(
            "not after the due day",
            desk -> desk.sent("2037-04-06"),
            "PRE_3",
            SCHEDULED,
            Code.PRE_DUE_BOUND,
            "Not after the due day: moved to Thu 2 Apr 2037"),
        of(
            "no day left before the due day",
            desk -> {
              freeDay(desk, "2037-03-09", "One");
              freeDay(desk, "2037-03-10", "Two");
              return desk.at("2037-03-06T12:00").sent("2037-03-10");
            },
            "PRE_3",
            SKIPPED,
            Code.WINDOW,
            "No business day is left before the due day"),
        of(
            "soon after the invoice itself",
            desk -> desk.at("2037-03-09T08:00").sent("2037-03-13"),
            "PRE_3",
            SKIPPED,
            Code.TOO_SOON,
            "Quiet days after the message of Mon 9 Mar 2037",
            facts -> facts.quietDays() == 2),
        of(
            "soon after it was sent again",
            desk -> {
              var invoice = desk.sent("2037-03-07");
              desk.at("2037-03-09T08:00");
              desk.sql(
                  "update invoices set last_sent_at = ?::timestamptz where id = ?",
                  desk.now().toString(),
                  invoice);
              desk.plan();
              return invoice;
            },
            "REMINDER_1",
            SCHEDULED,
            Code.QUIET,
            "Quiet days after the message of Mon 9 Mar 2037: moved to Wed 11 Mar 2037"),
        of(
            "too many messages that day",
            desk -> {
              policy(desk, "consolidate = false");
              desk.sent("2037-03-02");
              return desk.sent("2037-03-02");
            },
            "REMINDER_1",
            SCHEDULED,
            Code.CAP,
            "Enough messages around Thu 5 Mar 2037: moved to Fri 6 Mar 2037",
            facts -> facts.capPerDay() == 1 && facts.capPerWeek() == 3),
        of(
            "an overdue one has the day",
            desk -> {
              desk.sent("2037-03-06");
              return desk.sent("2037-03-12");
            },
            "PRE_3",
            SCHEDULED,
            Code.CAP,
            "moved to Tue 10 Mar 2037"),
        of(
            "together with another",
            desk -> {
              desk.sent("2037-03-02");
              return desk.sent("2037-03-02");
            },
            "REMINDER_1",
            SCHEDULED,
            Code.MERGED,
            "One message with 1 other invoice",
            facts -> facts.together().size() == 1),
        of(
            "missed by our own delay",
            desk -> {
              var invoice = desk.sent("2037-03-02");
              desk.at("2037-03-05T18:00").plan();
              return invoice;
            },
            "REMINDER_1",
            SCHEDULED,
            Code.CATCH_UP,
            "Its slot on Thu 5 Mar 2037 was missed: moved to Fri 6 Mar 2037"));
  }

  // ------------------------------------------------------------------ holds

  private static List<Scenario> holds() {
    return List.of(
        held(
            "disputed",
            (desk, invoice) -> desk.ask(new Dispute(invoice, "The amount")),
            "The invoice is disputed",
            Hold.Cause.DISPUTED),
        of(
            "missed while it was disputed",
            desk -> {
              var invoice = desk.sent("2037-03-06");
              desk.ask(new Dispute(invoice, "The amount"));
              desk.until("2037-03-12T08:00").ask(new ResolveDispute(invoice));
              return invoice;
            },
            "REMINDER_1",
            SKIPPED,
            Code.MISSED,
            "while the invoice was disputed"),
        held(
            "the invoice is paused",
            (desk, invoice) -> desk.ask(new Pause(invoice, null)),
            "Reminders are paused",
            Hold.Cause.PAUSED),
        held(
            "the customer is paused",
            (desk, invoice) -> desk.ask(new Pause(null, null)),
            "Reminders are paused",
            Hold.Cause.PAUSED),
        held(
            "paused for a while",
            (desk, invoice) -> desk.ask(new Pause(invoice, desk.now().plusSeconds(20 * 24 * 3600))),
            "Reminders are paused until Sun 22 Mar 2037",
            Hold.Cause.PAUSED),
        held(
            "the business is paused",
            (desk, invoice) -> {
              desk.sql("update tenants set reminders_paused = true where id = ?", desk.tenant);
              desk.plan();
            },
            "Reminders are paused",
            Hold.Cause.PAUSED),
        held(
            "the policy is off",
            (desk, invoice) -> {
              policy(desk, "enabled = false");
              desk.plan();
            },
            "Automatic reminders are switched off",
            Hold.Cause.SWITCHED_OFF),
        held(
            "reminders of the invoice are off",
            (desk, invoice) -> desk.ask(new UsePolicy(invoice, null, false)),
            "Automatic reminders are switched off",
            Hold.Cause.SWITCHED_OFF),
        held(
            "the contact wants none",
            (desk, invoice) -> contact(desk, "send_reminders = false"),
            "does not want reminders",
            Hold.Cause.CONTACT),
        held(
            "the contact is archived",
            (desk, invoice) -> contact(desk, "status = 'ARCHIVED'"),
            "cannot be reached",
            Hold.Cause.CONTACT),
        held(
            "no address",
            (desk, invoice) -> contact(desk, "email = null"),
            "cannot be reached",
            Hold.Cause.CONTACT),
        held(
            "the channel is muted",
            (desk, invoice) -> desk.ask(new Mute(Channel.EMAIL, true, null)),
            "cannot be reached",
            Hold.Cause.CONTACT),
        of(
            "promised",
            desk -> promised(desk, "2037-03-09"),
            "REMINDER_1",
            HELD,
            Code.HELD,
            "The customer promised to pay",
            facts -> LocalDate.parse("2037-03-09").equals(facts.promisedOn())),
        of(
            "the promise was broken",
            desk -> {
              var invoice = promised(desk, "2037-03-05");
              desk.until("2037-03-06T08:00");
              return invoice;
            },
            "REMINDER_1",
            SCHEDULED,
            Code.PROMISE_BROKEN,
            "Fri 6 Mar 2037"),
        of(
            "after a pause the latest missed step",
            desk -> resumed(desk),
            "FINAL",
            SCHEDULED,
            Code.CATCH_UP,
            "Its slot on Mon 16 Mar 2037 was missed"),
        of(
            "after a pause the others",
            desk -> resumed(desk),
            "REMINDER_1",
            SKIPPED,
            Code.SUPERSEDED,
            "A later step was missed too and goes instead"));
  }

  private interface Act {
    void on(Desk desk, UUID invoice);
  }

  private static Scenario held(String title, Act act, String words, Hold.Cause cause) {
    return of(
        title,
        desk -> {
          var invoice = desk.sent("2037-03-02");
          act.on(desk, invoice);
          return invoice;
        },
        "REMINDER_1",
        HELD,
        Code.HELD,
        words,
        facts -> facts.holds().stream().anyMatch(hold -> hold.cause() == cause));
  }

  private static UUID promised(Desk desk, String on) {
    var invoice = desk.sent("2037-03-02");
    desk.ask(new Promise(invoice, LocalDate.parse(on), null));
    return invoice;
  }

  private static UUID resumed(Desk desk) {
    var invoice = desk.sent("2037-03-02");
    desk.ask(new Pause(null, null));
    desk.until("2037-03-17T08:00").ask(new Resume(null));
    return invoice;
  }

  // ------------------------------------------------------------------ sent and ended

  private static List<Scenario> ends() {
    return List.of(
        of(
            "sent on its day",
            desk -> first(desk),
            "REMINDER_1",
            SENT,
            Code.OFFSET,
            "3 days after the due day, Thu 5 Mar 2037",
            facts -> facts.messages().isEmpty() && facts.routes().contains(Channel.EMAIL)),
        of(
            "sent together",
            desk -> {
              desk.sent("2037-03-02");
              return first(desk);
            },
            "REMINDER_1",
            SENT,
            Code.MERGED,
            "One message with 1 other invoice",
            facts -> facts.together().size() == 1),
        of(
            "the second, with the first among the messages that count",
            desk -> {
              var invoice = desk.sent("2037-03-02");
              desk.until("2037-03-09T12:00");
              return invoice;
            },
            "REMINDER_2",
            SENT,
            Code.OFFSET,
            "7 days after the due day",
            facts -> facts.messages().size() == 1),
        of(
            "no provider takes it",
            desk -> {
              desk.mailerAnswers(new Outcome.Refused("No such mailbox"));
              return first(desk);
            },
            "REMINDER_1",
            FAILED,
            Code.OFFSET,
            "3 days after the due day"),
        of(
            "paid",
            desk -> ended(desk, Desk::paid),
            "REMINDER_1",
            CANCELED,
            Code.CANCELED,
            "The invoice is paid"),
        of(
            "void",
            desk -> ended(desk, (at, id) -> at.change(id, open -> open.voidNow("Twice", at.now()))),
            "REMINDER_1",
            CANCELED,
            Code.CANCELED,
            "The invoice is void"),
        of(
            "written off",
            desk -> ended(desk, (at, id) -> at.change(id, open -> open.writeOff("Gone", at.now()))),
            "REMINDER_1",
            CANCELED,
            Code.CANCELED,
            "The invoice is written off"),
        of(
            "paid in part",
            desk -> ended(desk, Desk::paidPart),
            "REMINDER_1",
            SCHEDULED,
            Code.OFFSET,
            "3 days after the due day"),
        of(
            "the due day was moved: chased from the start",
            desk ->
                ended(
                    desk,
                    (at, id) ->
                        at.change(id, open -> open.postpone(LocalDate.parse("2037-04-15")))),
            "REMINDER_2",
            SCHEDULED,
            Code.OFFSET,
            "7 days after the due day, Wed 22 Apr 2037"),
        of(
            "its step left the policy",
            desk ->
                ended(
                    desk,
                    (at, id) -> {
                      policy(at, "steps = '{\"list\": []}'");
                      at.plan();
                    }),
            "FINAL",
            CANCELED,
            Code.CANCELED,
            "no longer part of the plan"));
  }

  private static UUID first(Desk desk) {
    var invoice = desk.sent("2037-03-02");
    desk.until("2037-03-05T12:00");
    return invoice;
  }

  private static UUID ended(Desk desk, Act act) {
    var invoice = desk.sent("2037-03-02");
    act.on(desk, invoice);
    return invoice;
  }

  // ------------------------------------------------------------------ what people asked

  private static List<Scenario> people() {
    return List.of(
        of(
            "reminded of by hand",
            desk -> {
              var invoice = desk.sent("2037-03-02");
              desk.ask(byHand(invoice, false));
              desk.touch();
              return invoice;
            },
            "MANUAL-1",
            SENT,
            Code.BY_HAND,
            "A person asked for it",
            facts -> facts.routes().equals(List.of(Channel.EMAIL))),
        of(
            "paid before it could leave",
            desk -> {
              var invoice = desk.sent("2037-03-02");
              desk.ask(byHand(invoice, false));
              desk.paid(invoice);
              return invoice;
            },
            "MANUAL-1",
            CANCELED,
            Code.CANCELED,
            "The invoice is paid"),
        of(
            "disputed before it could leave",
            desk -> {
              var invoice = desk.sent("2037-03-02");
              desk.ask(byHand(invoice, false));
              desk.ask(new Dispute(invoice, "The amount"));
              desk.touch();
              return invoice;
            },
            "MANUAL-1",
            CANCELED,
            Code.CANCELED,
            "The invoice is disputed"),
        of(
            "its stage was reached by hand",
            desk -> {
              var invoice = desk.sent("2037-03-02");
              desk.ask(byHand(invoice, true));
              desk.touch();
              return invoice;
            },
            "REMINDER_1",
            SKIPPED,
            Code.SKIPPED_BY_USER,
            ""),
        of(
            "left out by a person",
            desk -> changed(desk, id -> new Skip(id, true, null)),
            "REMINDER_1",
            SKIPPED,
            Code.SKIPPED_BY_USER,
            ""),
        of(
            "moved by a person",
            desk ->
                changed(
                    desk,
                    id -> new Change(id, true, LocalDate.parse("2037-03-06"), false, null, null)),
            "REMINDER_1",
            SCHEDULED,
            Code.MOVED_BY_USER,
            "Fri 6 Mar 2037"),
        of(
            "planned, and sent at once",
            desk -> {
              var invoice = changed(desk, id -> new SendNow(id, ALL));
              desk.touch();
              return invoice;
            },
            "REMINDER_1",
            SENT,
            Code.OFFSET,
            "3 days after the due day"));
  }

  private static UUID changed(Desk desk, Function<UUID, CadenceCommand> wish) {
    var invoice = desk.sent("2037-03-02");
    var asked = desk.ask(wish.apply(desk.step(invoice, "REMINDER_1").id()));
    assertThat(asked.isRefused()).as("%s", asked.result()).isFalse();
    return invoice;
  }

  static RemindNow byHand(UUID invoice, boolean advance) {
    return new RemindNow(invoice, null, Tone.FRIENDLY, null, advance, ALL);
  }

  // ------------------------------------------------------------------ questions

  private static List<Scenario> words() {
    return List.of(
        of(
            "missed, and a person is asked",
            desk -> asked(desk),
            "REMINDER_1",
            HELD,
            Code.HELD,
            "waits for a person's decision"),
        of(
            "missed, and a person says no",
            desk -> {
              var invoice = asked(desk);
              desk.ask(new Decide(desk.step(invoice, "REMINDER_1").id(), Answer.SKIP));
              return invoice;
            },
            "REMINDER_1",
            SKIPPED,
            Code.SKIPPED_BY_USER,
            ""));
  }

  private static UUID asked(Desk desk) {
    policy(desk, "catch_up = 'ASK'");
    var invoice = desk.sent("2037-03-02");
    desk.at("2037-03-05T18:00").plan();
    return invoice;
  }

  // ------------------------------------------------------------------ the desk

  private static void policy(Desk desk, String change) {
    desk.sql("update reminder_policies set " + change + " where tenant_id = ?", desk.tenant);
  }

  private static void contact(Desk desk, String change) {
    desk.sql("update contacts set " + change + " where id = ?", desk.customer);
    desk.plan();
  }

  private static void freeDay(Desk desk, String day, String name) {
    desk.sql(
        """
        insert into holidays (id, tenant_id, day, name)
        values (gen_random_uuid(), ?, ?::date, ?)
        """,
        desk.tenant,
        day,
        name);
  }
}

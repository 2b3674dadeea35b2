package com.duespark.domain.reminders;

import static java.util.Comparator.comparing;

import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Refused.Detail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Whether a policy can be followed (REM-02 to REM-05); everything that is wrong with it at once.
 */
public final class PolicyCheck {

  private static final int MOST_STEPS = 20;
  private static final int FIRST_DAY = -30;
  private static final int LAST_DAY = 180;
  private static final int DAYS_APART = 2;
  private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

  private final List<Detail> problems = new ArrayList<>();

  private PolicyCheck() {}

  /**
   * Checks a whole policy.
   *
   * @throws Refused with a detail for each field that is wrong
   */
  public static void check(ReminderPolicy policy) {
    var problems = problems(policy);
    if (!problems.isEmpty()) {
      throw Refused.invalid(problems.getFirst().message(), problems);
    }
  }

  /** What is wrong with a policy, empty when nothing is. */
  public static List<Detail> problems(ReminderPolicy policy) {
    var check = new PolicyCheck();
    check.name(policy.name());
    check.steps(policy.steps().list());
    check.window(policy);
    check.numbers(policy);
    return List.copyOf(check.problems);
  }

  private void name(String name) {
    if (name.isBlank() || name.length() > 200) {
      problem("name", "LENGTH", "Give the policy a name of at most 200 characters");
    }
  }

  private void steps(List<Step> steps) {
    if (steps.isEmpty() || steps.size() > MOST_STEPS) {
      problem("steps", "COUNT", "A policy has 1 to %d steps".formatted(MOST_STEPS));
    }
    var keys = new HashSet<String>();
    for (int i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      if (!KEY.matcher(step.key()).matches() || step.key().startsWith("MANUAL")) {
        problem(
            field(i, "key"),
            "FORMAT",
            "A key is up to 40 capital letters, digits and underscores, and does not begin with"
                + " MANUAL");
      } else if (!keys.add(step.key())) {
        problem(field(i, "key"), "NOT_UNIQUE", "Another step is called " + step.key());
      }
      between(field(i, "offset_days"), step.offsetDays(), FIRST_DAY, LAST_DAY);
      if (step.stage() == Stage.COLLECTIONS) {
        problem(field(i, "stage"), "NOT_ALLOWED", "No reminder hands an invoice to a person");
      } else if (step.isPreDue() && step.stage() != Stage.NONE) {
        problem(field(i, "stage"), "NOT_ALLOWED", "A step up to the due day has the stage NONE");
      }
    }
    inOrder(steps);
  }

  private void inOrder(List<Step> steps) {
    var order =
        IntStream.range(0, steps.size())
            .boxed()
            .sorted(comparing((Integer i) -> steps.get(i).offsetDays()))
            .toList();
    var reached = Stage.NONE;
    for (int place = 0; place < order.size(); place++) {
      int i = order.get(place);
      var step = steps.get(i);
      if (place > 0
          && step.offsetDays() - steps.get(order.get(place - 1)).offsetDays() < DAYS_APART) {
        problem(
            field(i, "offset_days"),
            "TOO_CLOSE",
            "Steps lie at least %d days apart".formatted(DAYS_APART));
      }
      if (step.stage() != Stage.NONE && reached.isAfter(step.stage())) {
        problem(field(i, "stage"), "ORDER", "An earlier step already reaches the stage " + reached);
      }
      reached = step.stage().isAfter(reached) ? step.stage() : reached;
    }
  }

  private void window(ReminderPolicy policy) {
    var opens = policy.windowStart();
    var closes = policy.windowEnd();
    if ((opens == null) != (closes == null)) {
      problem(
          opens == null ? "window_start" : "window_end",
          "REQUIRED",
          "Give both ends of the window, or none");
    } else if (opens != null && closes != null && !opens.isBefore(closes)) {
      problem("window_end", "ORDER", "The window closes after it opens");
    }
  }

  private void numbers(ReminderPolicy policy) {
    between("tone_neutral_after_days", policy.toneNeutralAfterDays(), 0, LAST_DAY);
    between("tone_firm_after_days", policy.toneFirmAfterDays(), 0, LAST_DAY);
    if (policy.toneNeutralAfterDays() > policy.toneFirmAfterDays()) {
      problem("tone_firm_after_days", "ORDER", "Firm comes after neutral");
    }
    between("cap_per_day", policy.capPerDay(), 1, 10);
    between("cap_per_week", policy.capPerWeek(), 1, 70);
    if (policy.capPerDay() > policy.capPerWeek()) {
      problem("cap_per_week", "ORDER", "A week allows at least as much as a day");
    }
    between("collections_after_days", policy.collectionsAfterDays(), 1, 365);
    between("quiet_days_after_send", policy.quietDaysAfterSend(), 0, 14);
  }

  private void between(String field, int value, int least, int most) {
    if (value < least || value > most) {
      problem(field, "RANGE", "Choose a number from %d to %d".formatted(least, most));
    }
  }

  private static String field(int index, String name) {
    return "steps[%d].%s".formatted(index, name);
  }

  private void problem(String field, String code, String message) {
    problems.add(new Detail(field, message, code));
  }
}

package com.duespark.domain.reminders;

import com.duespark.domain.shared.Ids;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * How a business chases (RMD-01). Steps, tones, quiet and collections days come from the invoice's
 * policy; window, adaptation, caps, consolidation and catch-up from the customer's (REM-03a).
 *
 * @param adaptive whether days and hours follow how a customer pays (REM-25)
 * @param windowStart null = the business's own window
 * @param capPerDay reminder messages for one contact in a local day
 * @param capPerWeek in a local day and the six before
 * @param collectionsAfterDays counted from the day FINAL was sent
 * @param quietDaysAfterSend 0 to 14
 */
@Table("reminder_policies")
public record ReminderPolicy(
    @Id UUID id,
    UUID tenantId,
    String name,
    boolean isDefault,
    boolean enabled,
    boolean adaptive,
    Steps steps,
    int toneNeutralAfterDays,
    int toneFirmAfterDays,
    @Nullable LocalTime windowStart,
    @Nullable LocalTime windowEnd,
    int capPerDay,
    int capPerWeek,
    boolean consolidate,
    int collectionsAfterDays,
    int quietDaysAfterSend,
    CatchUp catchUp,
    @ReadOnlyProperty @Nullable Instant createdAt,
    @Nullable UUID createdBy,
    @Version int version) {

  /** The steps as they are stored. */
  public record Steps(List<Step> list) {
    public Steps {
      list = List.copyOf(list);
    }
  }

  /** What every business starts with (REM-03, REM-03a). */
  public static ReminderPolicy standard(UUID tenantId, boolean enabled, @Nullable UUID createdBy) {
    return new ReminderPolicy(
        Ids.next(),
        tenantId,
        "Standard",
        true,
        enabled,
        true,
        new Steps(
            List.of(
                Step.of("PRE_3", -3, Stage.NONE),
                Step.of("REMINDER_1", 3, Stage.REMINDER_1),
                Step.of("REMINDER_2", 7, Stage.REMINDER_2),
                Step.of("FINAL", 14, Stage.FINAL))),
        3,
        10,
        null,
        null,
        1,
        3,
        true,
        14,
        2,
        CatchUp.LATEST,
        null,
        createdBy,
        0);
  }

  /**
   * The steps with other days after the due day (REM-04): the first three are the staged ones, each
   * further one is a step EXTRA_n of the last stage. Steps up to the due day stay.
   */
  public static Steps chasedOn(Steps steps, List<Integer> daysAfterDue) {
    var all = new ArrayList<>(steps.list().stream().filter(Step::isPreDue).toList());
    for (int i = 0; i < daysAfterDue.size(); i++) {
      int days = daysAfterDue.get(i);
      all.add(
          switch (i) {
            case 0 -> Step.of("REMINDER_1", days, Stage.REMINDER_1);
            case 1 -> Step.of("REMINDER_2", days, Stage.REMINDER_2);
            case 2 -> Step.of("FINAL", days, Stage.FINAL);
            default -> Step.of("EXTRA_" + (i - 2), days, Stage.FINAL);
          });
    }
    return new Steps(all);
  }

  /** The tone of a step of this policy (REM-10, REM-11, REM-68). */
  public Tone toneOf(Step step) {
    return step.tone() != null
        ? step.tone()
        : Tone.choose(step.offsetDays(), toneNeutralAfterDays, toneFirmAfterDays);
  }
}

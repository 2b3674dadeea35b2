package com.duespark.domain.reminders;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores what a person decided about a step (REM-29, REM-65). Only facts: the plan that is made
 * from them in the same transaction says what becomes of the row. Written by the cadence alone.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Choices {

  private final JdbcClient jdbc;

  Choices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The day a step should go, or with null the plan's own again.
   *
   * @param by actor, as in commands
   * @return false when the step has left or has ended
   */
  public boolean move(UUID reminderId, @Nullable LocalDate day, String by) {
    return change(reminderId, "moved_to = :value, moved_by = :by", day, by);
  }

  /** How a step speaks, or with null as its policy says. */
  public boolean speak(UUID reminderId, @Nullable Tone tone, String by) {
    return change(reminderId, "chosen_tone = :value, chosen_by = :by", name(tone), by);
  }

  /** Whether a step goes: SEND answers a question, SKIP leaves it out; null takes it back. */
  public boolean answer(UUID reminderId, Choice.@Nullable Answer answer, String by) {
    return change(reminderId, "answer = :value, answered_by = :by", name(answer), by);
  }

  private static @Nullable String name(@Nullable Enum<?> choice) {
    return choice == null ? null : choice.name();
  }

  private boolean change(UUID reminderId, String what, @Nullable Object value, String by) {
    var sql =
        "update reminders set "
            + what
            + ", version = version + 1 where tenant_id = current_tenant() and id = :id"
            + " and origin = 'POLICY' and status in ('SCHEDULED', 'HELD', 'SKIPPED')";
    return jdbc.sql(sql)
            .param("id", reminderId)
            .param("value", value)
            .param("by", value == null ? null : by)
            .update()
        == 1;
  }
}

package com.duespark.domain.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What becomes of an invoice's slots that could not be kept (REM-65, REM-70). */
final class CatchUps {

  /** So long a person may take to decide. */
  static final Duration DECISION = Duration.ofDays(7);

  /** What becomes of one step. */
  sealed interface Verdict {

    Candidate candidate();

    /** In one of the next slots; the candidate stands there. */
    record Goes(Candidate candidate) implements Verdict {}

    record Skipped(Candidate candidate, SkipReason why, String words) implements Verdict {}

    record Held(Candidate candidate, Hold hold, Instant since) implements Verdict {}
  }

  private final Slots slots;
  private final CatchUp policy;
  private final Instant now;

  CatchUps(Slots slots, CatchUp policy, Instant now) {
    this.slots = slots;
    this.policy = policy;
    this.now = now;
  }

  /**
   * Decides about the missed steps of one invoice.
   *
   * @param missed in their order
   */
  List<Verdict> decide(List<Candidate> missed) {
    var verdicts = new ArrayList<Verdict>();
    var day = slots.nextDay(now);
    for (int i = 0; i < missed.size(); i++) {
      var candidate = missed.get(i);
      var later = missed.subList(i + 1, missed.size());
      var verdict = decide(candidate, later);
      if (verdict instanceof Verdict.Goes) {
        candidate.moveTo(
            day,
            Reason.Code.CATCH_UP,
            "Its slot on %s was missed".formatted(Candidate.words(candidate.day())));
        day = candidate.isTooLate() ? day : slots.hours().businessDayFrom(day.plusDays(1));
      }
      verdicts.add(verdict);
    }
    return verdicts;
  }

  private Verdict decide(Candidate candidate, List<Candidate> later) {
    if (candidate.wasDisputed()) {
      return skipped(candidate, "Its day passed while the invoice was disputed");
    }
    return switch (ruleOf(candidate)) {
      case ALL -> new Verdict.Goes(candidate);
      case LATEST ->
          later.stream().anyMatch(this::mayGo)
              ? new Verdict.Skipped(
                  candidate, SkipReason.SUPERSEDED, "A later step was missed too and goes instead")
              : new Verdict.Goes(candidate);
      case SKIP -> skipped(candidate, "Its day passed and nothing makes up for it");
      case ASK -> asked(candidate);
    };
  }

  private boolean mayGo(Candidate candidate) {
    if (candidate.wasDisputed()) {
      return false;
    }
    return switch (ruleOf(candidate)) {
      case ALL, LATEST -> true;
      case SKIP, ASK -> false;
    };
  }

  /** What a hold kept, and what never stood planned, is not our delay. */
  private CatchUp ruleOf(Candidate candidate) {
    if (candidate.choice().answer() == Choice.Answer.SEND) {
      return CatchUp.ALL;
    }
    if (candidate.invoice.imported() && !candidate.wasHeld()) {
      return CatchUp.ASK;
    }
    return candidate.isAsked() || candidate.wasMissedBefore(now) ? policy : CatchUp.LATEST;
  }

  private Verdict asked(Candidate candidate) {
    if (candidate.step.isPreDue() && slots.nextDay(now).isAfter(candidate.invoice.dueOn())) {
      return new Verdict.Skipped(candidate, SkipReason.SUPERSEDED, "The due day has passed");
    }
    var since = candidate.askedSince(now);
    var until = since.plus(DECISION);
    return now.isBefore(until)
        ? new Verdict.Held(candidate, new Hold(Hold.Cause.ASKED, until), since)
        : skipped(candidate, "Nobody decided within 7 days");
  }

  private static Verdict skipped(Candidate candidate, String words) {
    return new Verdict.Skipped(candidate, SkipReason.MISSED, words);
  }
}

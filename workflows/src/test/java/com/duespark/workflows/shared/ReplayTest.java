package com.duespark.workflows.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ran before must run on with today's code: every recorded path is replayed. */
class ReplayTest {

  static List<Path> recorded() {
    return Histories.all();
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void aRecordedPathReplaysWithTodaysCode(Path file) throws Exception {
    var history = Histories.read(file);

    Histories.replay(history);

    assertThat(history.getEvents().size()).isGreaterThan(5);
  }

  @Test
  void everyPathThatWePromiseIsRecorded() {
    assertThat(recorded())
        .extracting(file -> file.getFileName().toString().replace(".json", ""))
        .contains(
            "invoice-sent-and-paid",
            "invoice-retried-delivery",
            "invoice-voided-while-retrying",
            "invoice-scheduled",
            "invoice-rescheduled",
            "invoice-checkout",
            "invoice-manual-payment",
            "invoice-reversal",
            "invoice-two-messages",
            "invoice-two-receipts",
            "cadence-three-reminders-and-paid",
            "cadence-merged",
            "cadence-paused",
            "cadence-retried-touch",
            "cadence-paid-while-retrying",
            "cadence-resolved",
            "cadence-nothing-open",
            "cadence-reminded-by-hand",
            "cadence-promised-and-disputed",
            "account-mail",
            "connect-stripe",
            "payments-poll",
            "reconcile",
            "test-clock",
            "test-clock-asked-on",
            "privacy-export",
            "privacy-erase",
            "export-whole-life",
            "export-given-up",
            "closing-whole-life",
            "retention",
            "retention-in-part",
            "retention-archive");
  }

  @Test
  void aWorkflowThatDoesOtherThingsThanRecordedIsDetected() {
    var history = Histories.read(Histories.named("connect-stripe"));

    assertThatThrownBy(() -> Histories.replay(history, ChangedConnectStripe.class))
        .hasStackTraceContaining("NonDeterministicException");
  }
}

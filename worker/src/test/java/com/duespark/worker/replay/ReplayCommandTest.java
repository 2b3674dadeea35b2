package com.duespark.worker.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.worker.local.Settings;
import com.duespark.worker.local.StartRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person sees who replays a file. */
class ReplayCommandTest {
  private static final Path RECORDED = Path.of("../workflows/src/test/resources/histories");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Path folder;

  ReplayCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static List<Path> recorded() throws IOException {
    try (Stream<Path> files = Files.list(RECORDED)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void aRecordedHistoryReplays(Path file) {
    assertThat(replay(file.toString())).isZero();

    assertThat(said(out)).containsPattern("^\\w+, \\d+ events\nReplays on this code\\.\n$");
    assertThat(said(err)).isEmpty();
  }

  @Test
  void aHistoryOfOtherStepsDoesNotReplayAndTheEventIsNamed() throws IOException {
    Path other = tampered("account-mail", "Accounts_Deliver", "Accounts_Forget");

    assertThat(replay(other.toString())).isEqualTo(1);

    assertThat(said(out))
        .startsWith(
            """
            AccountMail, 11 events
            Does not replay on this code from event 5 on (EVENT_TYPE_ACTIVITY_TASK_SCHEDULED):
            """)
        .contains("Accounts_Deliver", "Accounts_Forget")
        .doesNotContain("\tat ", "TMPRL");
  }

  @Test
  void aTypeThatThisCodeDoesNotKnowDoesNotReplay() throws IOException {
    Path other = tampered("account-mail", "\"AccountMail\"", "\"AccountLetter\"");

    assertThat(replay(other.toString())).isEqualTo(1);

    assertThat(said(out)).contains("Does not replay on this code:", "AccountLetter", "Known types");
  }

  @Test
  void whatIsNoHistoryIsRefusedWithAdvice() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "Call Njeri");
    Path tail =
        tampered(
            "account-mail",
            "EVENT_TYPE_WORKFLOW_EXECUTION_STARTED",
            "EVENT_TYPE_WORKFLOW_TASK_SCHEDULED");

    assertThat(replay(text.toString())).isEqualTo(2);
    assertThat(replay(tail.toString())).isEqualTo(2);
    assertThat(replay(folder.resolve("lost.json").toString())).isEqualTo(2);
    assertThat(replay()).isEqualTo(2);

    assertThat(said(err))
        .contains("notes.txt is not a whole history")
        .contains("tampered.json is not a whole history")
        .contains("There is no file")
        .contains("a file, or a workflow id");
    assertThat(said(out)).isEmpty();
  }

  @Test
  void withoutATemporalServerAWorkflowCannotBeFetched() {
    assertThatThrownBy(() -> replay("invoice/0197", "--duespark.temporal.address=127.0.0.1:1"))
        .isInstanceOfSatisfying(
            StartRefused.class, refused -> assertThat(refused.exitCode()).isEqualTo(5))
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageContaining("TEMPORAL_ADDRESS");
  }

  private Path tampered(String name, String old, String fresh) throws IOException {
    String json = Files.readString(RECORDED.resolve(name + ".json"));
    return Files.writeString(folder.resolve("tampered.json"), json.replace(old, fresh));
  }

  private int replay(String... args) {
    var words = Stream.of(args).filter(arg -> !arg.startsWith("--")).toList();
    return new Replay(Settings.environment(Map.of(), args), print(out), print(err)).run(words);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String said(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

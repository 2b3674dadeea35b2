package com.duespark.worker.replay;

import com.duespark.worker.codec.TenantCodec;
import com.duespark.worker.codec.TerminalCodec;
import com.duespark.worker.local.StartRefused;
import com.duespark.worker.replay.Rehearsal.Problem;
import com.duespark.worker.temporal.TerminalClient;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.payload.codec.PayloadCodecException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The command {@code replay}: a history from a file, or that of a workflow on the server, played
 * again on the code of this build.
 *
 * <p>Files: what {@code temporal workflow show --output json} prints, what the Temporal UI
 * downloads, the recorded histories of the repository.
 */
public final class Replay {
  private static final int REPLAYS = 0;
  private static final int DOES_NOT_REPLAY = 1;
  private static final int BAD_INPUT = 2;

  /** Something is wrong with what was asked; says what to do. */
  private static final class BadInput extends Exception {
    BadInput(String advice) {
      super(advice);
    }
  }

  private final ConfigurableEnvironment environment;
  private final PrintStream out;
  private final PrintStream err;

  public Replay(ConfigurableEnvironment environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  /**
   * Replays one history and says how it went.
   *
   * @param words a file, or a workflow id and perhaps a run id
   * @return exit code: 0 replays, 1 does not, 2 cannot be read
   * @throws StartRefused when Temporal does not answer
   */
  public int run(List<String> words) {
    try {
      WorkflowExecutionHistory history = history(words);
      var payloads = readable(history).converter();
      out.printf("%s, %d events%n", type(history), history.getEvents().size());
      var problem = Rehearsal.ofThisBuild(payloads).play(history);
      out.println(problem.map(found -> verdict(history, found)).orElse("Replays on this code."));
      return problem.isEmpty() ? REPLAYS : DOES_NOT_REPLAY;
    } catch (BadInput e) {
      err.println(e.getMessage());
      return BAD_INPUT;
    }
  }

  /** The codec, once it has read what the workflow was started with. */
  private TenantCodec readable(WorkflowExecutionHistory history) throws BadInput {
    var codec = TerminalCodec.reader(environment);
    var input =
        history
            .getEvents()
            .getFirst()
            .getWorkflowExecutionStartedEventAttributes()
            .getInput()
            .getPayloadsList();
    try {
      var unused = codec.decode(input);
      return codec;
    } catch (PayloadCodecException e) {
      throw new BadInput("This history cannot be read. " + e.getMessage() + ".");
    }
  }

  private WorkflowExecutionHistory history(List<String> words) throws BadInput {
    if (words.isEmpty() || words.size() > 2) {
      throw new BadInput("Say what to replay: a file, or a workflow id and perhaps a run id.");
    }
    String first = words.getFirst();
    Path file = Path.of(first);
    if (Files.isRegularFile(file)) {
      return read(file);
    }
    if (first.endsWith(".json")) {
      throw new BadInput("There is no file " + file.toAbsolutePath());
    }
    return fetch(first, words.size() == 2 ? words.getLast() : "");
  }

  private static WorkflowExecutionHistory read(Path file) throws BadInput {
    try {
      return WorkflowExecutionHistory.fromJson(Files.readString(file));
    } catch (IOException | RuntimeException e) {
      throw new BadInput(
          "%s is not a whole history. Make one with: temporal workflow show -w ID --output json"
              .formatted(file));
    }
  }

  private WorkflowExecutionHistory fetch(String workflowId, String runId) throws BadInput {
    try (var temporal = TerminalClient.open(environment)) {
      return temporal.client().fetchHistory(workflowId, runId);
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND
          || e.getStatus().getCode() == Status.Code.INVALID_ARGUMENT) {
        throw new BadInput(
            "There is neither a file nor a workflow %s %s. Ids look like invoice/0197…"
                .formatted(workflowId, runId)
                .replace(" .", "."));
      }
      throw e;
    }
  }

  private static String type(WorkflowExecutionHistory history) {
    return history
        .getEvents()
        .getFirst()
        .getWorkflowExecutionStartedEventAttributes()
        .getWorkflowType()
        .getName();
  }

  private static String verdict(WorkflowExecutionHistory history, Problem problem) {
    String where =
        problem
            .event()
            .flatMap(
                number ->
                    history.getEvents().stream()
                        .filter(event -> event.getEventId() == number)
                        .findFirst())
            .map(Replay::place)
            .orElse("");
    return "Does not replay on this code%s:%n%s".formatted(where, problem.words());
  }

  private static String place(HistoryEvent event) {
    return " from event %d on (%s)".formatted(event.getEventId(), event.getEventType());
  }
}

package com.duespark.workflows.shared;

import com.duespark.workflows.Implementations;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The recorded histories, and how one is replayed. */
public final class Histories {

  private static final Path FOLDER = Path.of("src/test/resources/histories");

  private Histories() {}

  public static List<Path> all() {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Path named(String name) {
    return FOLDER.resolve(name + ".json");
  }

  public static WorkflowExecutionHistory read(Path file) {
    try {
      return WorkflowExecutionHistory.fromJson(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void write(String name, WorkflowExecutionHistory history) {
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(named(name), history.toJson(true) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replays with today's implementation of the type that the history names. */
  public static void replay(WorkflowExecutionHistory history) throws Exception {
    replay(List.of(history));
  }

  public static void replay(List<WorkflowExecutionHistory> histories) throws Exception {
    replay(histories, Implementations::registerWith);
  }

  public static void replay(WorkflowExecutionHistory history, Class<?> implementation)
      throws Exception {
    replay(List.of(history), worker -> worker.registerWorkflowImplementationTypes(implementation));
  }

  private static void replay(
      List<WorkflowExecutionHistory> histories, Consumer<Worker> registration) throws Exception {
    var options = WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build();
    try (var world =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder().setWorkflowClientOptions(options).build())) {
      var patient = WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(10_000).build();
      var worker = world.newWorker(TaskQueues.CORE, patient);
      registration.accept(worker);
      for (var history : histories) {
        WorkflowReplayer.replayWorkflowExecution(history, worker);
      }
    }
  }
}

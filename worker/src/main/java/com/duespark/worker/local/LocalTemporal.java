package com.duespark.worker.local;

import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Temporal server with its UI as a child process, its state in one SQLite file.
 *
 * <p>WAL with {@code synchronous=NORMAL} is two and a half times as fast as the default and loses
 * nothing when a process is killed; what a power cut takes is made good from PostgreSQL by
 * reconcile. The poll rate spares each workflow task the wait for a 50 ms tick of the only shard.
 */
final class LocalTemporal {
  static final String NAME = "temporal";
  private static final String PORT = "--port=";

  private LocalTemporal() {}

  /** With a codec endpoint, its UI shows encrypted payloads. */
  static ManagedProcess on(
      DataDirectory data, LocalSettings settings, Optional<String> codecEndpoint) {
    int port = settings.port(LocalSettings.TEMPORAL);
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            settings.temporal().bin(),
            "server",
            "start-dev",
            "--db-filename=" + data.temporalDatabase(),
            "--ip=127.0.0.1",
            PORT + port,
            "--ui-port=" + settings.port(LocalSettings.TEMPORAL_UI),
            "--ui-disable-news-fetch",
            "--sqlite-pragma=journal_mode=WAL",
            "--sqlite-pragma=synchronous=NORMAL",
            "--dynamic-config-value=history.transferProcessorMaxPollRPS=100",
            "--log-level=warn",
            "--log-format=json",
            "--color=never"));
    codecEndpoint.ifPresent(address -> command.add("--ui-codec-endpoint=" + address));
    return new ManagedProcess(
        ManagedProcess.Plan.of(data, NAME, command, Map.of(), () -> answers("127.0.0.1:" + port)));
  }

  /** The address of the server that runs on this directory, if one does. */
  static Optional<String> runningIn(DataDirectory data, LocalSettings settings) {
    return data.pidFile(NAME)
        .survivor()
        .map(
            server ->
                Stream.of(server.info().arguments().orElse(new String[0]))
                    .filter(word -> word.startsWith(PORT))
                    .findFirst()
                    .map(word -> "127.0.0.1:" + word.substring(PORT.length()))
                    .orElseGet(settings::temporalAddress));
  }

  /** True once the server answers for the namespace {@code default}. */
  static boolean answers(String address) {
    WorkflowServiceStubs stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
    try {
      DescribeNamespaceRequest request =
          DescribeNamespaceRequest.newBuilder().setNamespace("default").build();
      stubs
          .blockingStub()
          .withDeadlineAfter(Readiness.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .describeNamespace(request);
      return true;
    } catch (StatusRuntimeException e) {
      return false;
    } finally {
      stubs.shutdownNow();
    }
  }
}

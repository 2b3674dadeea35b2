package com.duespark.worker.replay;

import com.duespark.workflows.Implementations;
import com.duespark.workflows.shared.TaskQueues;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceImplBase;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.converter.DataConverter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Plays a history again on the workflows of this build, in this process, without a server. */
final class Rehearsal {

  /**
   * Where the history and the code part.
   *
   * @param event number of the event; empty when none is to blame, as with an unknown workflow type
   * @param words of the SDK, on one line
   */
  record Problem(Optional<Long> event, String words) {}

  /** The SDK asks who the server is before it replays. */
  private static final class NoServer extends WorkflowServiceImplBase {
    @Override
    public void getSystemInfo(
        GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> answer) {
      answer.onNext(
          GetSystemInfoResponse.newBuilder()
              .setCapabilities(GetSystemInfoResponse.Capabilities.newBuilder().setSdkMetadata(true))
              .build());
      answer.onCompleted();
    }
  }

  /** A replay's failure is the text of a query's failure: the exception, then its stack. */
  private static final Pattern CAUSE =
      Pattern.compile("error=(?:[\\w.$]+: )?(.*?)(?:\\n\\tat |$)", Pattern.DOTALL);

  private static final Pattern EVENT =
      Pattern.compile("Failure handling event (\\d+) of type '\\w+' during replay\\. ");
  private static final Pattern NOISE =
      Pattern.compile("\\[TMPRL1100] |\\s*\\{WorkflowTaskStartedEventId=.*?}");

  private final Consumer<Worker> workflows;
  private final DataConverter payloads;

  Rehearsal(Consumer<Worker> workflows, DataConverter payloads) {
    this.workflows = workflows;
    this.payloads = payloads;
  }

  /** With the workflows that the program runs. */
  static Rehearsal ofThisBuild(DataConverter payloads) {
    return new Rehearsal(Implementations::registerWith, payloads);
  }

  /** Empty when the history replays. */
  Optional<Problem> play(WorkflowExecutionHistory history) {
    String name = InProcessServerBuilder.generateName();
    Server nobody =
        started(InProcessServerBuilder.forName(name).addService(new NoServer()).build());
    ManagedChannel channel = InProcessChannelBuilder.forName(name).build();
    var stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setChannel(channel).build());
    try {
      worker(stubs).replayWorkflowExecution(history);
      return Optional.empty();
    } catch (Exception e) {
      return Optional.of(read(String.valueOf(e.getMessage())));
    } finally {
      stubs.shutdownNow();
      channel.shutdownNow();
      nobody.shutdownNow();
    }
  }

  private Worker worker(WorkflowServiceStubs stubs) {
    var client =
        WorkflowClient.newInstance(
            stubs, WorkflowClientOptions.newBuilder().setDataConverter(payloads).build());
    var factory =
        WorkerFactory.newInstance(
            client, WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build());
    var worker = factory.newWorker(TaskQueues.CORE);
    workflows.accept(worker);
    return worker;
  }

  private static Server started(Server server) {
    try {
      return server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Problem read(String message) {
    var cause = CAUSE.matcher(message);
    String words = NOISE.matcher(cause.find() ? cause.group(1) : message).replaceAll("");
    words = words.replaceAll("\\s*\\n\\s*", "").strip();
    var event = EVENT.matcher(words);
    return event.find()
        ? new Problem(Optional.of(Long.valueOf(event.group(1))), event.replaceFirst(""))
        : new Problem(Optional.empty(), words);
  }
}

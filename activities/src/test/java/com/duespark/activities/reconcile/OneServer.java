package com.duespark.activities.reconcile;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import io.temporal.api.errordetails.v1.WorkflowExecutionAlreadyStartedFailure;
import io.temporal.api.namespace.v1.NamespaceInfo;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceImplBase;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.RpcRetryOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A Temporal that knows what was started and refuses what it is told to refuse. */
final class OneServer extends WorkflowServiceImplBase implements AutoCloseable {

  final Set<String> running = ConcurrentHashMap.newKeySet();
  final Map<String, Status> refused = new ConcurrentHashMap<>();
  volatile String namespaceId = UUID.randomUUID().toString();

  private final Server server;
  private final ManagedChannel channel;
  private final WorkflowServiceStubs stubs;

  OneServer() {
    var name = InProcessServerBuilder.generateName();
    try {
      server = InProcessServerBuilder.forName(name).addService(this).build().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    channel = InProcessChannelBuilder.forName(name).build();
    stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setChannel(channel)
                .setRpcRetryOptions(
                    RpcRetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofMillis(10))
                        .setExpiration(Duration.ofMillis(200))
                        .build())
                .build());
  }

  WorkflowClient client() {
    return WorkflowClient.newInstance(stubs, WorkflowClientOptions.getDefaultInstance());
  }

  @Override
  public void startWorkflowExecution(
      StartWorkflowExecutionRequest request,
      StreamObserver<StartWorkflowExecutionResponse> answer) {
    var id = request.getWorkflowId();
    var no = refused.get(id);
    if (no != null) {
      answer.onError(no.asRuntimeException());
    } else if (running.add(id)) {
      answer.onNext(
          StartWorkflowExecutionResponse.newBuilder().setRunId("r").setStarted(true).build());
      answer.onCompleted();
    } else {
      answer.onError(
          StatusProto.toStatusRuntimeException(
              com.google.rpc.Status.newBuilder()
                  .setCode(Code.ALREADY_EXISTS_VALUE)
                  .addDetails(Any.pack(WorkflowExecutionAlreadyStartedFailure.getDefaultInstance()))
                  .build()));
    }
  }

  @Override
  public void describeNamespace(
      DescribeNamespaceRequest request, StreamObserver<DescribeNamespaceResponse> answer) {
    answer.onNext(
        DescribeNamespaceResponse.newBuilder()
            .setNamespaceInfo(NamespaceInfo.newBuilder().setId(namespaceId))
            .build());
    answer.onCompleted();
  }

  @Override
  public void getSystemInfo(
      GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> answer) {
    answer.onNext(GetSystemInfoResponse.getDefaultInstance());
    answer.onCompleted();
  }

  @Override
  public void close() {
    stubs.shutdownNow();
    channel.shutdownNow();
    server.shutdownNow();
  }
}

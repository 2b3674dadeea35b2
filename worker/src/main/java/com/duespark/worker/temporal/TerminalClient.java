package com.duespark.worker.temporal;

import com.duespark.worker.codec.TerminalCodec;
import com.duespark.worker.local.LocalServices;
import com.duespark.worker.local.LocalSettings;
import com.duespark.worker.local.Settings;
import com.duespark.worker.local.StartRefused;
import com.uber.m3.tally.NoopScope;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Temporal for a command at the terminal, without Spring: the server that is configured, or the one
 * of the data directory.
 */
public final class TerminalClient implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 5;

  private final WorkflowServiceStubs service;
  private final WorkflowClient client;

  private TerminalClient(WorkflowServiceStubs service, WorkflowClient client) {
    this.service = service;
    this.client = client;
  }

  /**
   * Connects.
   *
   * @throws StartRefused when Temporal does not answer
   */
  public static TerminalClient open(ConfigurableEnvironment environment) {
    String address = LocalServices.temporalAddress(LocalSettings.from(environment));
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("temporal", Map.of("duespark.temporal.address", address)));
    var properties = Settings.bind(environment, "duespark.temporal", TemporalProperties.class);
    var service = TemporalConnection.connect(properties, new NoopScope());
    try {
      var unused =
          service
              .blockingStub()
              .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
    } catch (StatusRuntimeException e) {
      service.shutdownNow();
      throw new StartRefused(
          StartRefused.Reason.BAD_CONFIGURATION,
          "Temporal does not answer at %s. Start Duespark, or set TEMPORAL_ADDRESS."
              .formatted(address),
          e);
    }
    return new TerminalClient(
        service,
        TemporalConnection.client(service, properties, TerminalCodec.converter(environment)));
  }

  public WorkflowClient client() {
    return client;
  }

  @Override
  public void close() {
    service.shutdownNow();
  }
}

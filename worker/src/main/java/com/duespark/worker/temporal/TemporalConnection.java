package com.duespark.worker.temporal;

import com.uber.m3.tally.Scope;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.interceptors.WorkflowClientInterceptor;
import io.temporal.serviceclient.GrpcCompression;
import io.temporal.serviceclient.RpcRetryOptions;
import io.temporal.serviceclient.SimpleSslContextBuilder;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Temporal, plain, by TLS or by an API key of Temporal Cloud. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TemporalProperties.class)
class TemporalConnection {

  /** A call that fails is repeated for this long; whoever waits for an answer waits 8 s at most. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Bean(destroyMethod = "shutdown")
  WorkflowServiceStubs temporalService(TemporalProperties properties, Scope metrics) {
    return connect(properties, metrics);
  }

  /**
   * Connects when first used. Without TLS the server is near, and the wire costs less than packing.
   */
  static WorkflowServiceStubs connect(TemporalProperties properties, Scope metrics) {
    var options =
        WorkflowServiceStubsOptions.newBuilder()
            .setTarget(properties.address())
            .setGrpcCompression(properties.isSecure() ? GrpcCompression.GZIP : GrpcCompression.NONE)
            .setMetricsScope(metrics)
            .setRpcRetryOptions(
                RpcRetryOptions.newBuilder()
                    .setInitialInterval(Duration.ofMillis(50))
                    .setMaximumInterval(Duration.ofSeconds(1))
                    .setBackoffCoefficient(2)
                    .setExpiration(PATIENCE)
                    .build());
    if (properties.isSecure()) {
      options.setSslContext(ssl(properties));
    }
    if (properties.apiKey() != null) {
      options.addApiKey(properties::apiKey);
    }
    return WorkflowServiceStubs.newServiceStubs(options.build());
  }

  private static io.grpc.netty.shaded.io.netty.handler.ssl.SslContext ssl(
      TemporalProperties properties) {
    try (var certificate = open(properties.certificate());
        var key = open(properties.certificateKey())) {
      return certificate == null || key == null
          ? SimpleSslContextBuilder.noKeyOrCertChain().build()
          : SimpleSslContextBuilder.forPKCS8(certificate, key).build();
    } catch (IOException e) {
      throw new UncheckedIOException("The certificate for Temporal cannot be read", e);
    }
  }

  private static @Nullable InputStream open(@Nullable String path) throws IOException {
    return path == null ? null : new FileInputStream(path);
  }

  @Bean
  WorkflowClient workflowClient(
      WorkflowServiceStubs service,
      TemporalProperties properties,
      DataConverter payloads,
      ObjectProvider<WorkflowClientInterceptor> interceptors) {
    return client(
        service,
        properties,
        payloads,
        interceptors.orderedStream().toArray(WorkflowClientInterceptor[]::new));
  }

  static WorkflowClient client(
      WorkflowServiceStubs service,
      TemporalProperties properties,
      DataConverter payloads,
      WorkflowClientInterceptor... interceptors) {
    return WorkflowClient.newInstance(
        service,
        WorkflowClientOptions.newBuilder()
            .setNamespace(properties.namespace())
            .setDataConverter(payloads)
            .setInterceptors(interceptors)
            .build());
  }

  @Bean
  ScheduleClient scheduleClient(
      WorkflowServiceStubs service, TemporalProperties properties, DataConverter payloads) {
    return ScheduleClient.newInstance(
        service,
        ScheduleClientOptions.newBuilder()
            .setNamespace(properties.namespace())
            .setDataConverter(payloads)
            .build());
  }
}

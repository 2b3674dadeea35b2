package com.duespark.worker.temporal;

import com.duespark.workflows.shared.Payloads;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
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
  WorkflowServiceStubs temporalService(TemporalProperties properties) {
    return connect(properties);
  }

  /** Connects when first used. */
  static WorkflowServiceStubs connect(TemporalProperties properties) {
    var options =
        WorkflowServiceStubsOptions.newBuilder()
            .setTarget(properties.address())
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
  WorkflowClient workflowClient(WorkflowServiceStubs service, TemporalProperties properties) {
    return client(service, properties);
  }

  static WorkflowClient client(WorkflowServiceStubs service, TemporalProperties properties) {
    return WorkflowClient.newInstance(
        service,
        WorkflowClientOptions.newBuilder()
            .setNamespace(properties.namespace())
            .setDataConverter(Payloads.converter())
            .build());
  }

  @Bean
  ScheduleClient scheduleClient(WorkflowServiceStubs service, TemporalProperties properties) {
    return ScheduleClient.newInstance(
        service,
        ScheduleClientOptions.newBuilder()
            .setNamespace(properties.namespace())
            .setDataConverter(Payloads.converter())
            .build());
  }
}

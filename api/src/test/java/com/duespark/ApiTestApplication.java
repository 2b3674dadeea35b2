package com.duespark;

import com.duespark.api.dispatch.Dispatcher;
import com.duespark.domain.storage.TestDatabase;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import javax.sql.DataSource;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The API and the domain on an embedded database; nothing leaves, so no Temporal. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
    excludeFilters =
        @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Dispatcher.class))
public class ApiTestApplication {

  @Bean
  DataSource dataSource() {
    return TestDatabase.pool();
  }

  /** Temporal is away: commands are kept and wait. */
  @Bean
  WorkflowClient workflowClient() {
    var client = Mockito.mock(WorkflowClient.class);
    Mockito.when(
            client.newUntypedWorkflowStub(
                ArgumentMatchers.anyString(), ArgumentMatchers.any(WorkflowOptions.class)))
        .thenThrow(new StatusRuntimeException(Status.UNAVAILABLE));
    return client;
  }

  @Bean
  MeterRegistry meterRegistry() {
    return new SimpleMeterRegistry();
  }

  @Bean
  Dispatcher dispatcher() {
    return Mockito.mock(Dispatcher.class);
  }
}

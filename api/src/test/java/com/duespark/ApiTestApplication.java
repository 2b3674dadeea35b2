package com.duespark;

import com.duespark.api.dispatch.Dispatcher;
import com.duespark.domain.storage.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.temporal.client.WorkflowClient;
import javax.sql.DataSource;
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

  @Bean
  WorkflowClient workflowClient() {
    return Mockito.mock(WorkflowClient.class);
  }

  @Bean
  MeterRegistry meterRegistry() {
    return new SimpleMeterRegistry();
  }

  @Bean
  ObservationRegistry observationRegistry() {
    return ObservationRegistry.NOOP;
  }

  @Bean
  Dispatcher dispatcher() {
    return Mockito.mock(Dispatcher.class);
  }
}

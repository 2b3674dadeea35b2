package com.duespark;

import com.duespark.activities.sending.SendingProperties;
import com.duespark.activities.sending.TestMailer;
import com.duespark.domain.storage.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The steps of reminders, privacy requests, exports, closings and retention on an embedded
 * database, with a mailer that does as told.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties(SendingProperties.class)
@ComponentScan({
  "com.duespark.domain",
  "com.duespark.activities.accounts",
  "com.duespark.activities.closings",
  "com.duespark.activities.privacy",
  "com.duespark.activities.exports",
  "com.duespark.activities.reminders",
  "com.duespark.activities.retention",
  "com.duespark.activities.sending",
  "com.duespark.activities.shared"
})
public class ActivitiesTestApplication {

  private static final WorkflowServiceStubsOptions NO_TEMPORAL =
      WorkflowServiceStubsOptions.newBuilder().setTarget("127.0.0.1:1").build();

  @Bean
  DataSource dataSource() {
    return TestDatabase.pool();
  }

  /** Under the name of a provider that is not connected here. */
  @Bean("smtp")
  TestMailer mailer() {
    return new TestMailer();
  }

  /** Connects when it is first asked, and no step asks it. */
  @Bean
  WorkflowClient workflowClient() {
    return WorkflowClient.newInstance(WorkflowServiceStubs.newServiceStubs(NO_TEMPORAL));
  }

  @Bean
  MeterRegistry meterRegistry() {
    return new SimpleMeterRegistry();
  }

  @Bean
  ObservationRegistry observationRegistry() {
    return ObservationRegistry.NOOP;
  }
}

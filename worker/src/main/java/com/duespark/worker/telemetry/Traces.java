package com.duespark.worker.telemetry;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.ObservationFilter;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.opentracingshim.OpenTracingShim;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.common.interceptors.WorkflowClientInterceptor;
import io.temporal.opentracing.OpenTracingClientInterceptor;
import io.temporal.opentracing.OpenTracingOptions;
import io.temporal.opentracing.OpenTracingWorkerInterceptor;
import org.slf4j.MDC;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Carries a request's trace through Temporal: request, workflow, activity, provider (OBS-03). Boot
 * makes the rest. One run of a workflow is one trace, however long it lasts.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(TracingWanted.class)
class Traces {

  @Bean
  OpenTracingOptions temporalTraces(OpenTelemetry telemetry) {
    return OpenTracingOptions.newBuilder()
        .setTracer(OpenTracingShim.createTracerShim(telemetry))
        .build();
  }

  @Bean
  WorkflowClientInterceptor clientTraces(OpenTracingOptions options) {
    return new OpenTracingClientInterceptor(options);
  }

  @Bean
  WorkerInterceptor workerTraces(OpenTracingOptions options) {
    return new OpenTracingWorkerInterceptor(options);
  }

  /** The address of a request may hold the secret of a payer's link; its pattern says enough. */
  @Bean
  ObservationFilter requestNames() {
    return context -> {
      if (context instanceof ServerRequestObservationContext) {
        context.removeHighCardinalityKeyValue("http.url");
        var id = MDC.get("request_id");
        if (id != null) {
          context.addHighCardinalityKeyValue(KeyValue.of("request_id", id));
        }
      }
      return context;
    };
  }
}

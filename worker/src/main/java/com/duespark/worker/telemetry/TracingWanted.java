package com.duespark.worker.telemetry;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Keeps everything about traces out of a process that nobody wants traces of; only Boot's listeners
 * that look for the endpoint are loaded. Log lines are never exported by this way: they go to the
 * console or a file.
 */
final class TracingWanted implements AutoConfigurationImportFilter, Condition, EnvironmentAware {

  /** Boot fills it from {@code OTEL_EXPORTER_OTLP_ENDPOINT}. */
  static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

  private @Nullable Environment environment;

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public boolean[] match(
      @Nullable String[] autoConfigurationClasses, AutoConfigurationMetadata metadata) {
    var wanted = environment != null && isWanted(environment);
    var matches = new boolean[autoConfigurationClasses.length];
    for (int i = 0; i < matches.length; i++) {
      var name = autoConfigurationClasses[i];
      matches[i] = name == null || (wanted ? !isAboutLogs(name) : !isAboutTraces(name));
    }
    return matches;
  }

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return isWanted(context.getEnvironment());
  }

  private static boolean isWanted(Environment environment) {
    return !environment.getProperty(ENDPOINT, "").isBlank();
  }

  private static boolean isAboutTraces(String autoConfiguration) {
    return autoConfiguration.startsWith("org.springframework.boot.micrometer.tracing.")
        || autoConfiguration.startsWith("org.springframework.boot.opentelemetry.");
  }

  private static boolean isAboutLogs(String autoConfiguration) {
    return autoConfiguration.startsWith(
        "org.springframework.boot.opentelemetry.autoconfigure.logging.");
  }
}

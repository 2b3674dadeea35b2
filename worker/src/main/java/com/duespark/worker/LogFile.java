package com.duespark.worker;

import com.duespark.worker.local.DataDirectory;
import com.duespark.worker.telemetry.LogLine;
import java.util.Map;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * In the role {@code all} everything is logged as JSON to a file below the data directory; the
 * console shows warnings, one line each. Set up before Spring, so that the services' start is in
 * it.
 */
final class LogFile {
  private LogFile() {}

  static void startIn(DataDirectory data, ConfigurableEnvironment environment) {
    Map<String, Object> properties =
        Map.of(
            "logging.file.name", data.log("duespark").toString(),
            "logging.structured.format.file", "ecs",
            "logging.structured.json.customizer", LogLine.class.getName(),
            "logging.threshold.console", "warn",
            "logging.pattern.console", "%d{HH:mm:ss} %-5level %msg%n%nopex",
            "logging.level.io.zonky", "warn",
            "logging.level.org.springdoc.core.events", "error",
            "logging.level.io.temporal.serviceclient", "warn",
            "spring.application.name", "duespark");
    environment.getPropertySources().addLast(new MapPropertySource("log file", properties));
    LoggingSystem.get(LogFile.class.getClassLoader())
        .initialize(
            new LoggingInitializationContext(environment),
            null,
            org.springframework.boot.logging.LogFile.get(environment));
  }
}

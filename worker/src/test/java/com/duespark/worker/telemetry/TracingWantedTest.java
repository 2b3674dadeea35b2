package com.duespark.worker.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.mock.env.MockEnvironment;

/** Over the auto-configurations that are really on the class path. */
class TracingWantedTest {

  private static final List<String> ALL =
      ImportCandidates.load(AutoConfiguration.class, null).getCandidates();

  @Test
  void bootAsksIt() {
    assertThat(
            SpringFactoriesLoader.forDefaultResourceLocation()
                .load(AutoConfigurationImportFilter.class))
        .hasAtLeastOneElementOfType(TracingWanted.class);
  }

  @Test
  void withoutAnEndpointNothingAboutTracesIsLoaded() {
    for (var none :
        List.of(
            new MockEnvironment(),
            new MockEnvironment().withProperty(TracingWanted.ENDPOINT, ""))) {
      assertThat(kept(none))
          .isNotEmpty()
          .noneMatch(name -> name.contains("tracing") || name.contains("opentelemetry"));
    }
  }

  @Test
  void withAnEndpointTracesAreButLogLinesAreNotExported() {
    var environment =
        new MockEnvironment().withProperty(TracingWanted.ENDPOINT, "http://127.0.0.1:4318");

    assertThat(kept(environment))
        .anyMatch(name -> name.endsWith(".OtlpTracingAutoConfiguration"))
        .anyMatch(name -> name.endsWith(".OpenTelemetrySdkAutoConfiguration"))
        .noneMatch(name -> name.contains("OtlpLogging"));
  }

  private static List<String> kept(MockEnvironment environment) {
    var filter = new TracingWanted();
    filter.setEnvironment(environment);
    var matches =
        filter.match(ALL.toArray(String[]::new), Mockito.mock(AutoConfigurationMetadata.class));
    return IntStream.range(0, matches.length).filter(i -> matches[i]).mapToObj(ALL::get).toList();
  }
}

package com.duespark.domain.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RetentionSettingsTest {

  @Test
  void withoutSettingsTheNumbersAreThoseOfTheSpecification() {
    var settings = bind(Map.of());

    assertThat(settings.kept(Thing.WEBHOOK_PAYLOADS)).isEqualTo(Period.ofDays(90));
    assertThat(settings.kept(Thing.MESSAGE_TEXTS)).isEqualTo(Period.ofDays(90));
    assertThat(settings.kept(Thing.WEBHOOK_EVENTS)).isEqualTo(Period.ofMonths(12));
    assertThat(settings.kept(Thing.DELIVERY_EVENTS)).isEqualTo(Period.ofMonths(12));
    assertThat(settings.kept(Thing.ANALYTICS)).isEqualTo(Period.ofMonths(13));
    assertThat(settings.kept(Thing.AUDIT_LOG)).isEqualTo(Period.ofYears(7));
    assertThat(settings.kept(Thing.IDEMPOTENCY_KEYS)).isEqualTo(Period.ofDays(7));
    assertThat(settings.kept(Thing.DELETED_CONTACTS)).isEqualTo(Period.ofDays(90));
    assertThat(settings.kept(Thing.SETTLED_INVOICES)).isEqualTo(Period.ofMonths(24));
    assertThat(settings.kept(Thing.HELD_CONTACTS)).isEqualTo(Period.ofYears(7));
  }

  @ParameterizedTest
  @CsvSource({
    "payloads, 30d, 29d",
    "events, 90d, 3m",
    "analytics, 4m, 3m",
    "audit-log, 1y, 365d",
    "idempotency-keys, 1d, 0d",
    "tokens, 1d, 0d",
    "deleted, 30d, 29d",
    "settled, 1y, 365d",
    "batch, 2, 1"
  })
  void aSettingMayGoToItsFloorAndNoFurther(String name, String floor, String below) {
    bind(Map.of("duespark.retention." + name, floor));

    assertThatThrownBy(() -> bind(Map.of("duespark.retention." + name, below)))
        .isInstanceOf(BindException.class)
        .hasStackTraceContaining("duespark.retention." + name);
  }

  private static RetentionSettings bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("duespark.retention", RetentionSettings.class);
  }
}

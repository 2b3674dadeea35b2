package com.duespark.domain.quotas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class QuotaTest {

  private static Quota bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("duespark.quotas", Quota.class);
  }

  @Test
  void withoutSettingsTheNumbersAreThoseOfTheSpecification() {
    assertThat(bind(Map.of())).isEqualTo(new Quota(600, 1000, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "api-requests, 10, 9",
    "api-requests, 1000000, 1000001",
    "emails, 1, 0",
    "emails, 1000000, 1000001",
    "jobs, 1, 0",
    "jobs, 20, 21"
  })
  void aSettingMayGoToItsBoundAndNoFurther(String name, String bound, String beyond) {
    bind(Map.of("duespark.quotas." + name, bound));

    assertThatThrownBy(() -> bind(Map.of("duespark.quotas." + name, beyond)))
        .isInstanceOf(BindException.class)
        .hasStackTraceContaining("duespark.quotas." + name);
  }

  @Test
  void whatABusinessHasOfItsOwnCountsAndTheRestIsTheStandard() {
    var standard = new Quota(600, 1000, 2);

    assertThat(new OwnQuota(null, 5000, null, "A fair", 3).over(standard))
        .isEqualTo(new Quota(600, 5000, 2));
    assertThat(OwnQuota.NONE.over(standard)).isEqualTo(standard);
  }
}

package com.duespark.activities.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.activities.postmark.PostmarkProperties;
import com.duespark.activities.ses.SesProperties;
import com.duespark.activities.smtp.SmtpProperties;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** Which providers a deployment gets from its settings. */
class SendingPropertiesTest {

  @EnableConfigurationProperties({
    SendingProperties.class,
    PostmarkProperties.class,
    SesProperties.class,
    SmtpProperties.class
  })
  @ComponentScan({
    "com.duespark.activities.postmark",
    "com.duespark.activities.ses",
    "com.duespark.activities.smtp"
  })
  @Import(SendingProperties.Beans.class)
  static class Deployment {} // no component: whoever scans this room does not find it

  private static ApplicationContextRunner with(String... settings) {
    return new ApplicationContextRunner()
        .withUserConfiguration(Deployment.class)
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .withPropertyValues("duespark.sending.from=billing@duespark.example")
        .withPropertyValues(settings);
  }

  private static String provider(Mailers mailers, int attempts) {
    return mailers.turn(attempts) instanceof Turn.Go(Mailer mailer) ? mailer.name() : "none";
  }

  @Test
  void theProvidersThatAreNamedAreTriedInTheirOrderAndNoOtherIsConnected() {
    with(
            "duespark.sending.providers=ses,smtp",
            "duespark.ses.region=eu-central-1",
            "duespark.ses.configuration-set=duespark")
        .run(
            context -> {
              var mailers = context.getBean(Mailers.class);
              assertThat(provider(mailers, 0)).isEqualTo("ses");
              assertThat(provider(mailers, 1)).isEqualTo("smtp");
              assertThat(provider(mailers, 2)).isEqualTo("ses");
              assertThat(mailers.named("postmark")).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "duespark.sending.providers=pigeon | knows [postmark, ses, smtp], not pigeon",
        "duespark.sending.providers=smtp,smtp | names each provider once",
        "duespark.sending.providers= | names each provider once",
        "duespark.sending.providers=postmark | duespark.postmark.server-token is missing",
        "duespark.sending.providers=ses | duespark.ses.region is missing"
      })
  void whatIsWrongStopsTheStartAndIsNamed(String setting, String words) {
    with(setting)
        .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(words));
  }

  @Test
  void aRateOfNothingStopsTheStart() {
    with("duespark.sending.providers=smtp", "duespark.sending.per-second.smtp=0")
        .run(
            context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("per-second"));
  }
}

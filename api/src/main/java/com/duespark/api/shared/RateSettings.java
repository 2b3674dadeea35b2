package com.duespark.api.shared;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;

/**
 * All limits of persons, keys and addresses in one place (RAT-00); those of businesses are {@link
 * com.duespark.domain.quotas.Quota quotas}. The profile {@code rig} raises them ({@link RigRates})
 * but never switches one off.
 *
 * @param user requests of a person (RAT-01)
 * @param key requests of an API key (RAT-01)
 * @param auth attempts at auth endpoints, and with wrong keys, per address (RAT-02)
 * @param portal requests per portal token (RAT-03)
 * @param portalUnknown unknown portal tokens per address (RAT-04)
 * @param portalShut how long an address is refused unknown tokens after too many (RAT-04)
 * @param portalAnswers promises and disputes per portal token
 * @param invitations invitation mails of a business
 * @param links tracking and short links per address (RAT-09)
 */
@ConfigurationProperties("duespark.rates")
public record RateSettings(
    @DefaultValue("120/1m") Rate user,
    @DefaultValue("120/1m") Rate key,
    @DefaultValue("10/1m") Rate auth,
    @DefaultValue("60/1m") Rate portal,
    @DefaultValue("10/10m") Rate portalUnknown,
    @DefaultValue("15m") Duration portalShut,
    @DefaultValue("10/1h") Rate portalAnswers,
    @DefaultValue("50/1d") Rate invitations,
    @DefaultValue("60/1m") Rate links) {

  /** So many in each window; written {@code 120/1m}. */
  public record Rate(int most, Duration per) {

    public Rate {
      if (most < 1 || !per.isPositive()) {
        throw new IllegalArgumentException("A rate is raised, never switched off");
      }
    }

    public static Rate valueOf(String text) {
      int slash = text.indexOf('/');
      if (slash < 1) {
        throw new IllegalArgumentException("A rate is written 120/1m, not " + text);
      }
      return new Rate(
          Integer.parseInt(text.substring(0, slash).strip()),
          DurationStyle.detectAndParse(text.substring(slash + 1).strip()));
    }
  }
}

package com.duespark.sandbox.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RigSettingsTest {

  @Test
  void theShortFormIsTwoMinutes() {
    var settings = RigSettings.parse("--short", "--seed=7", "--", "-Xmx512m");

    assertThat(settings.kills()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.invoices()).isEqualTo(120);
    assertThat(settings.seed()).isEqualTo(7);
    assertThat(settings.sabotage()).isEqualTo(Sabotage.NONE);
    assertThat(settings.javaOptions()).containsExactly("-Xmx512m");
  }

  @Test
  void everyGuardHasItsDamage() {
    assertThat(RigSettings.parse("--sabotage=re-check").sabotage().damage())
        .isEqualTo(Damage.AFTER_PAYMENT);
    assertThat(Sabotage.values())
        .filteredOn(one -> one != Sabotage.NONE)
        .extracting(Sabotage::damage)
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }

  @Test
  void saysWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> RigSettings.parse("--sabotage=luck"))
        .hasMessage("--sabotage is one of none, claim, re-check, key, window, not luck");
    assertThatThrownBy(() -> RigSettings.parse("--invoices=0"))
        .hasMessage("--invoices is a number from 1 to 100000, not 0");
    assertThatThrownBy(() -> RigSettings.parse("--fast")).hasMessage("Unknown option: --fast");
  }
}

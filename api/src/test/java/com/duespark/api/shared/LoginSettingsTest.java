package com.duespark.api.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.domain.members.Role;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LoginSettingsTest {

  private static final Map<String, String> WHOLE =
      Map.of(
          "duespark.login.mode", "clerk",
          "duespark.login.clerk.issuer", "https://clerk.example.com/",
          "duespark.login.clerk.origins", "https://app.example.com,https://www.example.com",
          "duespark.login.clerk.webhook-secret", "whsec_c2VjcmV0");

  private static LoginSettings bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("duespark.login", LoginSettings.class);
  }

  @Test
  void nothingSaidIsTheBuiltInLogin() {
    var login = bind(Map.of("duespark.login.clerk.issuer", "", "duespark.login.clerk.origins", ""));

    assertThat(login.isBuiltIn()).isTrue();
    assertThat(login.isClerk()).isFalse();
    assertThat(login.clerk().issuer()).isNull();
    assertThat(login.clerk().origins()).isEmpty();
  }

  @Test
  void clerkAloneOrBesideTheBuiltInLogin() {
    var clerk = bind(WHOLE);
    var settings = new HashMap<>(WHOLE);
    settings.put("duespark.login.mode", "both");
    settings.put("duespark.login.clerk.roles.bookkeeper", "viewer");
    var both = bind(settings);

    assertThat(clerk.isBuiltIn()).isFalse();
    assertThat(clerk.isClerk()).isTrue();
    assertThat(clerk.clerk().keys()).isEqualTo("https://clerk.example.com/.well-known/jwks.json");
    assertThat(clerk.toString()).doesNotContain("whsec");
    assertThat(both.isBuiltIn()).isTrue();
    assertThat(both.isClerk()).isTrue();
    assertThat(both.clerk().roles()).containsEntry("bookkeeper", Role.VIEWER);
  }

  @ParameterizedTest
  @CsvSource({
    "issuer, , CLERK_ISSUER",
    "issuer, clerk.example.com, CLERK_ISSUER",
    "issuer, http://clerk.example.com, CLERK_ISSUER",
    "jwks-url, http://clerk.example.com/keys, CLERK_JWKS_URL",
    "origins, , CLERK_ORIGINS",
    "webhook-secret, , CLERK_WEBHOOK_SECRET",
    "country, Kenya, country",
  })
  void halfASetUpStopsTheStartAndSaysWhatIsWrong(
      String setting, @Nullable String value, String named) {
    var settings = new HashMap<>(WHOLE);
    settings.put("duespark.login.clerk." + setting, value == null ? "" : value);

    assertThatThrownBy(() -> bind(settings))
        .rootCause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("duespark.login.mode is clerk, but")
        .hasMessageContaining(named);
  }
}

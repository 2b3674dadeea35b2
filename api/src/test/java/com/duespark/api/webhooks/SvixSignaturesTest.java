package com.duespark.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a signature that Svix's own library made. */
class SvixSignaturesTest {

  private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";
  private static final String OTHER = "whsec_YW5vdGhlciBzZWNyZXQgb2YgdGhlIHNhbWU=";
  private static final String SIGNATURE = "v1,te1FmN5Kn3FWLw9hSvcYmcAYMrQM/MBLScuGXYXU8R4=";
  private static final String BODY = "{\"type\":\"organization.created\"}";
  private static final Instant AT = Instant.ofEpochSecond(1_700_000_000);

  private static boolean isGenuine(String id, String seconds, String signed, String body) {
    return new SvixSignatures(SECRET, null)
        .isGenuine(id, seconds, signed, body.getBytes(StandardCharsets.UTF_8), AT);
  }

  private static boolean isGenuine(String signed) {
    return isGenuine("msg_1", "1700000000", signed, BODY);
  }

  @Test
  void theSignatureOfSvixIsGenuine() {
    assertThat(isGenuine(SIGNATURE)).isTrue();
  }

  @Test
  void oneOfSeveralSignaturesIsEnough() {
    assertThat(isGenuine("v1,AAAA v1a,BBBB " + SIGNATURE)).isTrue();
    assertThat(isGenuine("v1,AAAA v1,BBBB")).isFalse();
  }

  @Test
  void theSecretBeforeIsGoodWhileItIsGiven() {
    var body = BODY.getBytes(StandardCharsets.UTF_8);

    assertThat(
            new SvixSignatures(OTHER, SECRET).isGenuine("msg_1", "1700000000", SIGNATURE, body, AT))
        .isTrue();
    assertThat(
            new SvixSignatures(OTHER, null).isGenuine("msg_1", "1700000000", SIGNATURE, body, AT))
        .isFalse();
    assertThat(new SvixSignatures().isGenuine("msg_1", "1700000000", SIGNATURE, body, AT))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, true", "300, true", "-300, true", "301, false", "-301, false"})
  void anOldOrEarlyMessageIsRefused(long seconds, boolean good) {
    assertThat(
            new SvixSignatures(SECRET)
                .isGenuine(
                    "msg_1",
                    "1700000000",
                    SIGNATURE,
                    BODY.getBytes(StandardCharsets.UTF_8),
                    AT.plus(Duration.ofSeconds(seconds))))
        .isEqualTo(good);
  }

  @Test
  void everyPartIsSigned() {
    assertThat(isGenuine("msg_2", "1700000000", SIGNATURE, BODY)).isFalse();
    assertThat(isGenuine("msg_1", "1700000001", SIGNATURE, BODY)).isFalse();
    assertThat(isGenuine("msg_1", "1700000000", SIGNATURE, BODY + " ")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "v1,",
        "v1",
        "te1FmN5Kn3FWLw9hSvcYmcAYMrQM/MBLScuGXYXU8R4=",
        "v2,x",
        ",,"
      })
  void whatIsNoSignatureIsRefused(String signed) {
    assertThat(isGenuine(signed)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "99999999999999999999", "-9223372036854775808"})
  void whatIsNoTimeIsRefused(String seconds) {
    assertThat(isGenuine("msg_1", seconds, SIGNATURE, BODY)).isFalse();
  }

  @Test
  void aSecretThatIsNoneStopsTheStart() {
    assertThatThrownBy(() -> new SvixSignatures("whsec_not base64!"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("whsec_");
  }
}

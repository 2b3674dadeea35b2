package com.duespark.domain.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PortalTokenTest {

  private static final Instant END = Instant.parse("2026-09-11T00:00:00Z");

  private static PortalToken token() {
    return PortalToken.forInvoice(
        PortalToken.newId(), new UUID(0, 1), new UUID(0, 2), new byte[] {1, 2}, 1, END, null);
  }

  @Test
  void aLinkOpensUntilItsLastInstantAndNotAtIt() {
    assertThat(token().opens(END.minusMillis(1))).isTrue();
    assertThat(token().opens(END)).isFalse();
    assertThat(token().opens(END.plus(Duration.ofDays(1)))).isFalse();
  }

  @Test
  void aRevokedLinkNeverOpensAgain() {
    var revoked = token().revoke(END.minusSeconds(9)).revoke(END);

    assertThat(revoked.opens(END.minusSeconds(5))).isFalse();
    assertThat(revoked.opens(Instant.EPOCH)).isFalse();
  }

  @Test
  void aTokensHashCannotBeChangedFromOutside() {
    var token = token();

    token.hash()[0] = 9;

    assertThat(token.hash()).containsExactly(1, 2);
  }
}

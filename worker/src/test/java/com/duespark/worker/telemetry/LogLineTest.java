package com.duespark.worker.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Refused: njeri.w+x@lantana-row.co.ke is inactive      | Refused: *** is inactive
          Key (email)=(a@b.example) already exists.             | Key (email)=(***) already exists.
          SMS to +254711000111 failed                           | SMS to *** failed
          Authorization: Bearer abc.def-123                     | Authorization: Bearer ***
          token eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl is old       | token *** is old
          No such API key: sk_test_51Habc and whsec_9aBc12Df    | No such API key: *** and ***
          GET /verify-email?token=Zm9vYmFy_-1 failed            | GET /verify-email?token=*** failed
          GET /portal/invoices/Q29uZmlkZW50aWFsLW9uZS0x/pdf     | GET /portal/invoices/***/pdf
          POST /codec/Q29uZmlkZW50aWFsLW9uZS0xQ29uZmlk/decode    | POST /codec/***/decode
          """)
  void hidesWhatBelongsToAPerson(String text, String shown) {
    assertThat(LogLine.masked(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delivery 01a1fe93-d03d-7000-b3d2-3cf838c9fbe9 not accepted in attempt 2: Postmark: 503",
        "invoice/01a1fe93-d03d-7000-b3d2-3cf838c9fbe9",
        "2026-11-21T14:29:12.544777127+03:00",
        "at com.duespark.api.portal.PortalController.page(PortalController.java:67)",
        "Total 232.00 KES of INV-1001"
      })
  void leavesIdsTimesAndCodeAlone(String text) {
    assertThat(LogLine.masked(text)).isEqualTo(text);
  }
}

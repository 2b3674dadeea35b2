package com.duespark.activities.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.activities.sending.EmailSender;
import com.duespark.activities.sending.EmailSender.Lookup;
import com.duespark.activities.sending.EmailSenderContract;
import com.duespark.activities.sending.Providers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpEmailSenderTest extends EmailSenderContract {

  @Override
  protected EmailSender sender(Providers providers) {
    return senderToNobody(providers.smtpPort());
  }

  @Override
  protected EmailSender senderToNobody(int port) {
    return new SmtpEmailSender(new SmtpProperties("127.0.0.1", port, false, null, null), SENDING);
  }

  @Override
  protected String provider() {
    return "smtp";
  }

  @ParameterizedTest
  @CsvSource({"451, NotAccepted", "421, NotAccepted", "554, Refused", "550, Refused"})
  void aReplyCodeIsAnAnswerAndTheMailIsOfferedExactlyOnce(int code, String outcome) {
    providers().order("smtp", "status", code);

    var seen = sender(providers()).send(email("payer@example.com", "Acme", "Invoice"));

    assertThat(seen.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(providers().requests()).isEqualTo(1);
    assertThat(providers().mails("invoice")).isEmpty();
  }

  @Test
  void aMailServerCannotBeAskedLater() {
    assertThat(sender(providers()).find(UUID.randomUUID())).isInstanceOf(Lookup.Impossible.class);
  }
}

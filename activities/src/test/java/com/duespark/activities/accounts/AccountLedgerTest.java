package com.duespark.activities.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.activities.reminders.OfficeTest;
import com.duespark.activities.sending.Claimed;
import com.duespark.activities.sending.Email;
import com.duespark.domain.accounts.AccountMailKind;
import com.duespark.domain.accounts.AccountMails;
import com.duespark.domain.accounts.Origin;
import com.duespark.domain.accounts.User;
import com.duespark.domain.accounts.Users;
import com.duespark.domain.storage.TestDatabase;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What leaves for a row that the cause of an account mail has stored. */
@OfficeTest
class AccountLedgerTest {

  @Autowired AccountLedger ledger;
  @Autowired AccountMails mails;
  @Autowired Users users;
  @Autowired TransactionTemplate transaction;

  private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

  @Test
  void aChangedPasswordIsToldWithItsDeviceAndALinkThatIsNoSecret() {
    var chrome = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0 Mobile";

    var email = sent(user -> mails.passwordChanged(user, new Origin("41.90.64.7", chrome)));

    assertThat(email.subject()).isEqualTo("Nenosiri lako limebadilishwa");
    assertThat(email.text())
        .contains("Chrome kwenye Android", "41.90.64.7")
        .contains("https://pay.example.com/forgot-password\n")
        .doesNotContain("token=");
  }

  @Test
  void aResetBringsItsSecret() {
    var email = sent(user -> mails.send(AccountMailKind.RESET_PASSWORD, user));

    assertThat(email.text()).contains("https://pay.example.com/reset-password?token=");
  }

  private Email sent(Consumer<User> cause) {
    var address = UUID.randomUUID() + "@example.com";
    transaction.executeWithoutResult(
        running -> cause.accept(users.save(User.register(address, "hash", "Njeri", "sw-KE"))));
    var id =
        owner
            .sql("select id from account_deliveries where recipient = ?")
            .param(address)
            .query(UUID.class)
            .single();

    var claimed = ledger.claim(id, UUID.randomUUID(), "smtp");

    assertThat(claimed).isInstanceOf(Claimed.Taken.class);
    return ((Claimed.Taken) claimed).email();
  }
}

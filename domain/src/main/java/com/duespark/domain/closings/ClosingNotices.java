package com.duespark.domain.closings;

import com.duespark.domain.accounts.AccountMails;
import com.duespark.domain.accounts.AccountMails.BusinessClosed;
import com.duespark.domain.accounts.Users;
import com.duespark.domain.members.Members;
import com.duespark.domain.tenants.TenantProfile;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells every owner of the bound tenant by mail what becomes of it, whoever of them closed it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ClosingNotices {

  private final Members members;
  private final Users users;
  private final AccountMails mails;

  ClosingNotices(Members members, Users users, AccountMails mails) {
    this.members = members;
    this.users = users;
    this.mails = mails;
  }

  public void closed(TenantProfile tenant, Closing closing, UUID closedBy) {
    var by = users.findById(closedBy).orElseThrow().displayName();
    var eraseOn = LocalDate.ofInstant(closing.eraseFrom(), tenant.zone());
    for (var owner : members.owners()) {
      mails.businessClosed(
          users.findById(owner).orElseThrow(), new BusinessClosed(tenant.name(), by, eraseOn));
    }
  }
}

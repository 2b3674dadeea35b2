package com.duespark.domain.accounts;

import com.duespark.domain.members.Invitations;
import java.time.Duration;

/** Mails to a person as such, with the time their link is good for. */
public enum AccountMailKind {
  VERIFY_EMAIL(Duration.ofHours(24)),
  RESET_PASSWORD(Duration.ofHours(1)),
  INVITATION(Invitations.VALIDITY),
  /** Only tells; it brings no link of its own. */
  PASSWORD_CHANGED(Duration.ZERO),
  /** Only tells, too. */
  BUSINESS_CLOSED(Duration.ZERO);

  private final Duration validity;

  AccountMailKind(Duration validity) {
    this.validity = validity;
  }

  Duration validity() {
    return validity;
  }
}

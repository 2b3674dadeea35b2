package com.duespark.api.accounts;

import com.duespark.api.tenants.Place;
import com.duespark.domain.accounts.AccountMailKind;
import com.duespark.domain.accounts.AccountMails;
import com.duespark.domain.accounts.Founding;
import com.duespark.domain.accounts.User;
import com.duespark.domain.accounts.Users;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.contacts.Addresses;
import com.duespark.domain.events.ProductEvents;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.tenants.TenantKind;
import com.duespark.domain.tenants.TenantProfile;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens an account with its first business, in one transaction. */
@Component
class Registration {

  private final Users users;
  private final Founding founding;
  private final AccountMails mails;
  private final ProductEvents events;
  private final Passwords passwords;
  private final TransactionTemplate transaction;

  Registration(
      Users users,
      Founding founding,
      AccountMails mails,
      ProductEvents events,
      Passwords passwords,
      TransactionTemplate transaction) {
    this.users = users;
    this.founding = founding;
    this.mails = mails;
    this.events = events;
    this.passwords = passwords;
    this.transaction = transaction;
  }

  /** A taken address changes nothing. */
  void register(RegisterBody body, Trail request) {
    var email = requireEmail(body.email());
    var place = Place.of(body.country(), body.timezone(), body.currency());
    var user =
        User.register(
            email,
            passwords.hash(body.password()),
            body.displayName().strip(),
            Objects.requireNonNullElse(body.locale(), "en"));
    var tenantId = Ids.next();
    try {
      Tenant.run(
          tenantId,
          () ->
              transaction.executeWithoutResult(
                  running -> {
                    if (users.byEmail(email).isEmpty()) {
                      open(user, tenantId, body, place, request);
                    }
                  }));
    } catch (DuplicateKeyException takenMeanwhile) {
      // the same answer as for a taken address
    }
  }

  private void open(User user, UUID tenantId, RegisterBody body, Place place, Trail request) {
    var trail = new Trail(user.id().toString(), request.ipAddress(), request.requestId(), null);
    users.save(user);
    var business =
        TenantProfile.found(
            tenantId,
            body.businessName().strip(),
            "general",
            place.zone(),
            place.currency(),
            place.country(),
            user.locale(),
            TenantKind.LIVE,
            user.id());
    founding.found(business, user.id(), trail);
    mails.send(AccountMailKind.VERIFY_EMAIL, user);
    events.record(trail, "auth.signup_completed", referrer(body));
  }

  private Map<String, Object> referrer(RegisterBody body) {
    var code = body.referralCode();
    return code == null
        ? Map.of()
        : users
            .byReferralCode(code.strip())
            .<Map<String, Object>>map(id -> Map.of("referred_by", id))
            .orElse(Map.of());
  }

  static String requireEmail(String text) {
    var email = Addresses.email(text);
    if (email == null || !Addresses.isEmail(email)) {
      throw Refused.invalid("email", "FORMAT", "This is not an email address");
    }
    return email;
  }
}

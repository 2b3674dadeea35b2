package com.duespark.domain.accounts;

import com.duespark.domain.shared.Ids;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A person who signs in (TEN-03). */
@Table("users")
public class User {

  @Id private UUID id;
  private String email;
  private @Nullable String passwordHash;
  private String displayName;
  private @Nullable Instant emailVerifiedAt;
  private String referralCode;
  @ReadOnlyProperty private PlatformRole platformRole; // the program may not write it
  private String locale;
  private UserStatus status;
  @ReadOnlyProperty private @Nullable Instant createdAt;
  @Version private int version;

  @SuppressWarnings("NullAway.Init") // filled by Spring Data
  private User() {}

  /**
   * A new account.
   *
   * @param email normalised
   */
  public static User register(
      String email, @Nullable String passwordHash, String displayName, String locale) {
    var user = new User();
    user.id = Ids.next();
    user.email = email;
    user.passwordHash = passwordHash;
    user.displayName = displayName;
    user.locale = locale;
    user.referralCode = ReferralCode.random();
    user.platformRole = PlatformRole.NONE;
    user.status = UserStatus.ACTIVE;
    return user;
  }

  /**
   * The account of somebody who signs in elsewhere: no password.
   *
   * @param email normalised
   */
  public static User external(String email, String displayName, String locale) {
    return register(email, null, displayName, locale);
  }

  /**
   * Whoever holds the address takes the account over: a password that was set before the address
   * was confirmed may be somebody else's.
   *
   * @return whether it was one that nobody had confirmed
   */
  public boolean vouch(Instant now) {
    boolean unconfirmed = emailVerifiedAt == null;
    if (unconfirmed) {
      passwordHash = null;
    }
    verifyEmail(now);
    return unconfirmed;
  }

  /** An address that an identity provider has confirmed. */
  public User readdress(String newEmail, Instant now) {
    if (!newEmail.equals(email)) {
      emailVerifiedAt = null;
    }
    email = newEmail;
    return verifyEmail(now);
  }

  public User rename(String newDisplayName, String newLocale) {
    displayName = newDisplayName;
    locale = newLocale;
    return this;
  }

  public User verifyEmail(Instant now) {
    emailVerifiedAt = emailVerifiedAt == null ? now : emailVerifiedAt;
    return this;
  }

  /** A reset also proves the address. */
  public User resetPassword(String newHash, Instant now) {
    passwordHash = newHash;
    return verifyEmail(now);
  }

  /** Whoever knew the old one may. */
  public User changePassword(String newHash) {
    passwordHash = newHash;
    return this;
  }

  public boolean isActive() {
    return status == UserStatus.ACTIVE;
  }

  public boolean isEmailVerified() {
    return emailVerifiedAt != null;
  }

  public UUID id() {
    return id;
  }

  public String email() {
    return email;
  }

  public Optional<String> passwordHash() {
    return Optional.ofNullable(passwordHash);
  }

  public String displayName() {
    return displayName;
  }

  public String referralCode() {
    return referralCode;
  }

  public PlatformRole platformRole() {
    return platformRole;
  }

  public String locale() {
    return locale;
  }

  public Instant createdAt() {
    return Objects.requireNonNullElse(createdAt, Instant.EPOCH);
  }

  public int version() {
    return version;
  }
}

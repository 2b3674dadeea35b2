package com.duespark.api.shared;

import com.duespark.domain.members.Role;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code duespark.login.*}: who says who somebody is (AUT-09). The start fails when Clerk
 * is switched on and something of it is missing.
 *
 * @param answerStep requests for an account or a mail are answered after a whole number of these,
 *     so that the time does not tell whether the address has an account (AUT-03)
 */
@ConfigurationProperties("duespark.login")
public record LoginSettings(
    @DefaultValue("BUILT_IN") Mode mode,
    @DefaultValue Clerk clerk,
    @DefaultValue("250ms") Duration answerStep) {

  /** Which logins are open. */
  public enum Mode {
    BUILT_IN,
    CLERK,
    BOTH
  }

  public LoginSettings {
    if (mode != Mode.BUILT_IN) {
      clerk.requireWhole(mode);
    }
  }

  public boolean isBuiltIn() {
    return mode != Mode.CLERK;
  }

  public boolean isClerk() {
    return mode != Mode.BUILT_IN;
  }

  /**
   * An instance of Clerk.
   *
   * @param issuer its Frontend API URL, {@code https://clerk.example.com}
   * @param jwksUrl where its public keys are; the usual place at the issuer when it is not given
   * @param origins web origins whose sessions are taken (the claim {@code azp})
   * @param webhookSecret of the webhook endpoint, {@code whsec_…}
   * @param webhookSecretPrevious while it is being rotated (SEC-02)
   * @param country of a business that an organisation founds; Kenya when it is not given
   * @param roles by Clerk's key: which of ours it is, instead of or besides the usual ones
   */
  public record Clerk(
      @Nullable String issuer,
      @Nullable String jwksUrl,
      @DefaultValue List<String> origins,
      @Nullable String webhookSecret,
      @Nullable String webhookSecretPrevious,
      @Nullable String country,
      @DefaultValue Map<String, Role> roles) {

    private static final String PREFIX = "duespark.login.clerk.";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public Clerk {
      issuer = withoutSlash(issuer);
      jwksUrl = blankIsNull(jwksUrl);
      origins = origins.stream().map(String::strip).filter(origin -> !origin.isEmpty()).toList();
      webhookSecret = blankIsNull(webhookSecret);
      webhookSecretPrevious = blankIsNull(webhookSecretPrevious);
      country = blankIsNull(country);
      roles = Map.copyOf(roles);
    }

    private void requireWhole(Mode mode) {
      var wrong = new ArrayList<String>();
      requireUrl(issuer, "issuer (CLERK_ISSUER)", true, wrong);
      requireUrl(jwksUrl, "jwks-url (CLERK_JWKS_URL)", false, wrong);
      if (origins.isEmpty()) {
        wrong.add(PREFIX + "origins (CLERK_ORIGINS) is missing");
      }
      if (webhookSecret == null) {
        wrong.add(PREFIX + "webhook-secret (CLERK_WEBHOOK_SECRET) is missing");
      }
      if (country != null && !COUNTRIES.contains(country)) {
        wrong.add(PREFIX + "country is no code like KE (ISO 3166-1)");
      }
      if (!wrong.isEmpty()) {
        throw new IllegalStateException(
            "duespark.login.mode is %s, but %s"
                .formatted(
                    mode.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    String.join("; ", wrong)));
      }
    }

    /** A key that came over an open line is anybody's; on this machine there is no line. */
    private static void requireUrl(
        @Nullable String url, String name, boolean needed, List<String> wrong) {
      if (url == null) {
        if (needed) {
          wrong.add(PREFIX + name + " is missing");
        }
        return;
      }
      try {
        var uri = URI.create(url);
        var host = Objects.requireNonNullElse(uri.getHost(), "");
        if (host.isEmpty()
            || !("https".equals(uri.getScheme())
                || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(host)))) {
          wrong.add(PREFIX + name + " is no https address");
        }
      } catch (IllegalArgumentException e) {
        wrong.add(PREFIX + name + " is no address");
      }
    }

    /** The issuer of an instance that is switched on. */
    public String requiredIssuer() {
      return Objects.requireNonNull(issuer);
    }

    /** Where its public keys are. */
    public String keys() {
      return jwksUrl == null ? requiredIssuer() + "/.well-known/jwks.json" : jwksUrl;
    }

    private static @Nullable String withoutSlash(@Nullable String url) {
      var text = blankIsNull(url);
      return text == null ? null : text.replaceFirst("/+$", "");
    }

    private static @Nullable String blankIsNull(@Nullable String value) {
      return value == null || value.isBlank() ? null : value.strip();
    }

    @Override
    public String toString() {
      return "Clerk[issuer=%s, webhookSecret=***]".formatted(issuer);
    }
  }
}

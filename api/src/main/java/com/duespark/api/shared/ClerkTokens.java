package com.duespark.api.shared;

import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies Clerk's session tokens by the keys that it publishes (AUT-07). A token that names an
 * unknown key makes them be read again, which is how a rotation is noticed; twice in half a minute
 * at most, so that nobody makes us ask Clerk for each request.
 */
final class ClerkTokens implements JwtDecoder {

  private static final Duration SKEW = Duration.ofSeconds(5);
  private static final int PATIENCE_MILLIS = 3000;
  private static final int MOST_BYTES = 100_000;
  private static final long KEPT_MILLIS = Duration.ofMinutes(5).toMillis();
  private static final long ASKING_MILLIS = Duration.ofSeconds(10).toMillis();
  private static final long KEPT_IN_AN_OUTAGE_MILLIS = Duration.ofHours(4).toMillis();
  private static final long BETWEEN_MILLIS = Duration.ofSeconds(30).toMillis();

  private final NimbusJwtDecoder decoder;

  ClerkTokens(LoginSettings.Clerk clerk) {
    var keys =
        JWKSourceBuilder.<SecurityContext>create(
                url(clerk.keys()),
                new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES))
            .cache(KEPT_MILLIS, ASKING_MILLIS)
            .refreshAheadCache(false)
            .rateLimited(BETWEEN_MILLIS)
            .retrying(true)
            .outageTolerant(KEPT_IN_AN_OUTAGE_MILLIS)
            .build();
    decoder = NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.RS256).build();
    var times = new JwtTimestampValidator(SKEW);
    times.setAllowEmptyExpiryClaim(false);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            List.of(
                times,
                new JwtIssuerValidator(clerk.requiredIssuer()),
                claim("azp", origin -> origin == null || clerk.origins().contains(origin)),
                claim("sts", state -> !"pending".equals(state)),
                // other tokens that an instance signs belong to no session
                claim("sid", ClerkTokens::isGiven),
                claim("sub", ClerkTokens::isGiven))));
  }

  /** Spring's own validator of a claim refuses one that is missing. */
  private static OAuth2TokenValidator<Jwt> claim(String name, Predicate<@Nullable String> good) {
    var bad =
        OAuth2TokenValidatorResult.failure(
            new OAuth2Error(
                OAuth2ErrorCodes.INVALID_TOKEN, "The claim %s is not good".formatted(name), null));
    return token ->
        good.test(token.getClaimAsString(name)) ? OAuth2TokenValidatorResult.success() : bad;
  }

  private static boolean isGiven(@Nullable String value) {
    return value != null && !value.isBlank();
  }

  private static URL url(String text) {
    try {
      return URI.create(text).toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("Not an address: " + text, e);
    }
  }

  /**
   * Verifies a token.
   *
   * @throws BadJwtException when it is not good
   * @throws JwtException when the keys cannot be had
   */
  @Override
  public Jwt decode(String token) {
    try {
      return decoder.decode(token);
    } catch (BadJwtException bad) {
      throw bad;
    } catch (JwtException e) {
      if (isUnknownKey(e)) {
        throw new BadJwtException("No such key, by what was read a moment ago", e);
      }
      throw e;
    }
  }

  private static boolean isUnknownKey(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RateLimitReachedException) {
        return true;
      }
    }
    return false;
  }
}

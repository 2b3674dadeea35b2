package com.duespark.api.accounts;

import com.duespark.domain.accounts.Sessions;
import com.duespark.domain.members.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/**
 * Signs access tokens (AUT-01): 15 minutes, claims {@code sub}, {@code tenant}, {@code role},
 * {@code sid}. The role is for the client's eyes; ours read it from the database each time
 * (AUT-06).
 */
@Component
class AccessTokens {

  private static final Duration VALIDITY = Duration.ofMinutes(15);
  private static final JwsHeader HEADER = JwsHeader.with(MacAlgorithm.HS256).build();

  private final JwtEncoder encoder;

  AccessTokens(JwtEncoder encoder) {
    this.encoder = encoder;
  }

  Tokens issue(Sessions.Session session, Optional<Member> member, String refreshToken) {
    var tenantId = member.map(Member::tenantId);
    var now = Instant.now();
    var claims =
        JwtClaimsSet.builder()
            .issuer("duespark")
            .subject(session.userId().toString())
            .claim("sid", session.id().toString())
            .issuedAt(now)
            .expiresAt(now.plus(VALIDITY));
    member.ifPresent(
        place ->
            claims.claim("tenant", place.tenantId().toString()).claim("role", place.role().name()));
    var token = encoder.encode(JwtEncoderParameters.from(HEADER, claims.build())).getTokenValue();
    return new Tokens(token, refreshToken, "Bearer", VALIDITY.toSeconds(), tenantId.orElse(null));
  }
}

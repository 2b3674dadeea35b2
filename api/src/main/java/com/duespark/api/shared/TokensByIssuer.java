package com.duespark.api.shared;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Tells tokens apart by their issuer (AUT-09). What a token says of its issuer chooses who verifies
 * it, and no more: each verifies the issuer too, by its own keys and its one algorithm.
 */
record TokensByIssuer(Map<String, JwtDecoder> decoders) implements JwtDecoder {

  @Override
  public Jwt decode(String token) {
    var decoder = decoders.get(Objects.requireNonNullElse(issuer(token), ""));
    if (decoder == null) {
      throw new BadJwtException("Issued by nobody who is known here");
    }
    return decoder.decode(token);
  }

  private static @Nullable String issuer(String token) {
    try {
      var claims = JWTParser.parse(token).getJWTClaimsSet();
      return claims == null ? null : claims.getIssuer();
    } catch (ParseException e) {
      throw new BadJwtException("Not a token", e);
    }
  }
}

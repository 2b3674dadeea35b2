package com.duespark.api.accounts;

import com.duespark.domain.accounts.Sessions;
import com.duespark.domain.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Keeps a browser's refresh token where no script can read it. Only for who asks with {@code
 * X-Session: cookie}: a form of another site cannot set a header, CORS lets no other origin set
 * this one, and {@code SameSite=Strict} leaves the cookie at home. That is the guard against forged
 * requests.
 */
@Component
class SessionCookie {

  static final String HEADER = "X-Session";
  static final String NAME = "duespark_session";

  private final boolean secure;

  SessionCookie(@Value("${duespark.public-url}") String publicUrl) {
    this.secure = publicUrl.startsWith("https:");
  }

  /** Whether the header asks for the cookie. */
  static boolean isWanted(@Nullable String header) {
    if (header == null) {
      return false;
    }
    if (!header.equalsIgnoreCase("cookie")) {
      throw Refused.invalid(HEADER, "FORMAT", "X-Session is cookie, or absent");
    }
    return true;
  }

  static Optional<String> read(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(cookie -> cookie.getValue());
  }

  ResponseCookie holding(String refreshToken) {
    return cookie(refreshToken, Sessions.REFRESHABLE);
  }

  ResponseCookie gone() {
    return cookie("", Duration.ZERO);
  }

  private ResponseCookie cookie(String value, Duration life) {
    return ResponseCookie.from(NAME, value)
        .path("/v1/auth")
        .maxAge(life)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Strict")
        .build();
  }
}

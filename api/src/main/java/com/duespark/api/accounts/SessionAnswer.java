package com.duespark.api.accounts;

import com.duespark.api.shared.Envelope;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with tokens, the refresh token in the body or in the cookie. */
@Component
class SessionAnswer {

  private final SessionCookie cookie;

  SessionAnswer(SessionCookie cookie) {
    this.cookie = cookie;
  }

  ResponseEntity<Envelope<Tokens>> of(boolean byCookie, Tokens tokens) {
    return byCookie
        ? with(cookie.holding(Objects.requireNonNull(tokens.refreshToken())))
            .body(Envelope.of(tokens.withoutRefreshToken()))
        : ResponseEntity.ok(Envelope.of(tokens));
  }

  /** The session is over. */
  ResponseEntity<Envelope<Notice>> done(boolean byCookie) {
    var answer = byCookie ? with(cookie.gone()) : ResponseEntity.ok();
    return answer.body(Envelope.of(Notice.DONE));
  }

  private static ResponseEntity.BodyBuilder with(ResponseCookie set) {
    return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, set.toString());
  }
}

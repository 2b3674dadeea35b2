package com.duespark.api.portal;

import com.duespark.documents.portal.PortalPage;
import com.duespark.domain.shared.Refused;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Pages for payers, under the strict policy. */
@Component
class PortalReplies {

  private final String policy;

  PortalReplies(
      @Value("${duespark.portal.checkout-origin:https://checkout.stripe.com}") String checkout) {
    this.policy =
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:;"
            + " form-action 'self' %s; base-uri 'none'; frame-ancestors 'none'".formatted(checkout);
  }

  ResponseEntity<String> html(HttpStatus status, String page) {
    return ResponseEntity.status(status)
        .headers(quiet())
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(page);
  }

  ResponseEntity<String> goTo(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .headers(quiet())
        .location(URI.create(path))
        .build();
  }

  ResponseEntity<String> problem(Refused refused) {
    return switch (refused.code()) {
      case LINK_EXPIRED -> html(HttpStatus.NOT_FOUND, PortalPage.expired());
      case RATE_LIMITED -> html(HttpStatus.TOO_MANY_REQUESTS, PortalPage.tooMany());
      default -> throw refused;
    };
  }

  /** Nothing of a payer's page is kept or told on (PTK-07). */
  HttpHeaders quiet() {
    var headers = new HttpHeaders();
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Robots-Tag", "noindex, nofollow");
    headers.set("Referrer-Policy", "no-referrer");
    headers.setCacheControl("private, no-store");
    return headers;
  }
}

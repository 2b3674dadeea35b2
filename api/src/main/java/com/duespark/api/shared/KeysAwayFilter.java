package com.duespark.api.shared;

import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

/** A token that cannot be verified because its issuer's keys cannot be had is nobody's fault. */
final class KeysAwayFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(KeysAwayFilter.class);

  private final Errors errors;

  KeysAwayFilter(Errors errors) {
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (AuthenticationServiceException e) {
      LOG.warn("a token could not be verified: {}", e.getMessage());
      errors.write(
          new Refused(
              ErrorCode.UNAVAILABLE,
              "Signing in cannot be checked right now; try again in a moment",
              List.of()),
          request,
          response);
    }
  }
}

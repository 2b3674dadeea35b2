package com.duespark.api.shared;

import com.duespark.domain.apikeys.ApiKeySecret;
import com.duespark.domain.apikeys.ApiKeyStanding;
import com.duespark.domain.apikeys.ApiKeys;
import com.duespark.domain.members.Role;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.tenants.TenantStatus;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a program in by its key, {@code Authorization: Bearer dsk_…}, and runs the rest of the
 * request with the key's tenant bound. Every key that opens nothing gets the same answer, and is
 * counted against its address (RAT-02).
 */
final class ApiKeyFilter extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";

  private final ApiKeys keys;
  private final Rates rates;
  private final Errors errors;

  ApiKeyFilter(ApiKeys keys, Rates rates, Errors errors) {
    this.keys = keys;
    this.rates = rates;
    this.errors = errors;
  }

  /** The key that a request brings; empty when it brings a session's token or nothing. */
  static Optional<String> keyOf(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip())
        .filter(token -> token.startsWith(ApiKeySecret.PREFIX));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var key = keyOf(request);
    if (key.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    var known = keys.byHash(ApiKeySecret.hash(key.get()));
    if (known.isEmpty()) {
      errors.write(refusal(request), request, response);
      return;
    }
    var tenant = known.get().tenantId();
    Tenant.call(tenant, () -> handle(known.get().id(), tenant, request, response, chain)).rethrow();
  }

  private Failure handle(
      UUID id,
      UUID tenant,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain) {
    try {
      identify(id, tenant, request);
    } catch (Refused refused) {
      return Failure.of(() -> errors.write(refused, request, response));
    }
    return Failure.of(() -> chain.doFilter(request, response));
  }

  private void identify(UUID id, UUID tenant, HttpServletRequest request) {
    var key = keys.use(id).filter(ApiKeyStanding::open).orElseThrow(() -> refusal(request));
    MDC.put("api_key_id", id.toString());
    rates.takeKey(id, tenant);
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(id, null, List.of()));
    SecurityContextHolder.setContext(context);
    if (key.tenant() != TenantStatus.ACTIVE) {
      request.setAttribute(CallerFilter.REASON, CallerFilter.notOpen(key.tenant()));
      return;
    }
    request.setAttribute(
        Caller.ATTRIBUTE,
        new Caller(
            key.madeBy(),
            tenant,
            Role.ADMIN,
            key.memberId(),
            key.emailVerified(),
            true,
            new Caller.Key(id, key.scopes())));
  }

  /** One answer for a key that is unknown, wrong, revoked, expired or whose maker left. */
  private Refused refusal(HttpServletRequest request) {
    try {
      rates.takeWrongKey(request.getRemoteAddr());
    } catch (Refused limited) {
      return limited;
    }
    return new Refused(
        ErrorCode.UNAUTHORIZED,
        "This API key opens nothing; see Settings, API keys",
        List.of(new Refused.Detail("", "Unknown, revoked or expired", "API_KEY_REFUSED")));
  }
}

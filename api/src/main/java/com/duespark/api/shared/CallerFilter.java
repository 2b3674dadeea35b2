package com.duespark.api.shared;

import com.duespark.domain.members.MemberStatus;
import com.duespark.domain.members.Role;
import com.duespark.domain.members.Standing;
import com.duespark.domain.members.Standings;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks and in whose name, once per request: identity from the token, standing and
 * role from the database (AUT-06, TNC-01). The rest of the request runs with the tenant bound.
 * Stands in the security chain, behind the token's verification.
 */
final class CallerFilter extends OncePerRequestFilter {

  static final String REASON = "caller.reason";
  static final String SUSPENDED = "This business is suspended";

  private final Standings standings;
  private final Rates rates;
  private final Errors errors;

  CallerFilter(Standings standings, Rates rates, Errors errors) {
    this.standings = standings;
    this.rates = rates;
    this.errors = errors;
  }

  /** Why a signed-in person is no caller: the refusal to answer. */
  static Refused reasonOf(HttpServletRequest request) {
    return request.getAttribute(REASON) instanceof String reason
        ? new Refused(
            ErrorCode.FORBIDDEN, reason, List.of(new Refused.Detail("", reason, "NO_MEMBERSHIP")))
        : unauthorized();
  }

  static Refused unauthorized() {
    return new Refused(ErrorCode.UNAUTHORIZED, "Please sign in", List.of());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!(SecurityContextHolder.getContext().getAuthentication()
        instanceof JwtAuthenticationToken token)) {
      chain.doFilter(request, response);
      return;
    }
    var jwt = token.getToken();
    uuid(jwt, "tenant")
        .map(id -> Tenant.call(id, () -> handle(jwt, id, request, response, chain)))
        .orElseGet(() -> handle(jwt, null, request, response, chain))
        .rethrow();
  }

  private Failure handle(
      Jwt token,
      @Nullable UUID tenant,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain) {
    try {
      identify(token, tenant, request);
    } catch (Refused refused) {
      return Failure.of(() -> errors.write(refused, request, response));
    }
    return Failure.of(() -> chain.doFilter(request, response));
  }

  private void identify(Jwt token, @Nullable UUID tenant, HttpServletRequest request) {
    var user = uuid(token, "sub").orElseThrow(CallerFilter::unauthorized);
    var session = uuid(token, "sid").orElseThrow(CallerFilter::unauthorized);
    var standing =
        standings
            .find(user, session)
            .filter(Standing::user)
            .orElseThrow(CallerFilter::unauthorized);
    MDC.put("user_id", user.toString());
    rates.takeApi(user, tenant);
    request.setAttribute(Identity.ATTRIBUTE, new Identity(user, session, standing.emailVerified()));
    var memberId = standing.memberId();
    var role = standing.role();
    if (tenant == null || memberId == null || role == null) {
      request.setAttribute(REASON, "Tenant not initialized");
    } else if (standing.status() != MemberStatus.ACTIVE) {
      request.setAttribute(REASON, "Your membership is not active");
    } else if (!Boolean.TRUE.equals(standing.tenantActive())) {
      request.setAttribute(REASON, SUSPENDED);
    } else {
      request.setAttribute(
          Caller.ATTRIBUTE,
          new Caller(
              user,
              tenant,
              role,
              memberId,
              standing.emailVerified(),
              role.isAtLeast(Role.STAFF) || (role == Role.AGENT && standing.canSend()),
              null));
    }
  }

  private static Optional<UUID> uuid(Jwt token, String claim) {
    return Optional.ofNullable(token.getClaimAsString(claim)).map(UUID::fromString);
  }
}

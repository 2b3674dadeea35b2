package com.duespark.api.shared;

import com.duespark.domain.clerk.ClerkLinks;
import com.duespark.domain.members.MemberStatus;
import com.duespark.domain.members.Role;
import com.duespark.domain.members.Standing;
import com.duespark.domain.members.Standings;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.shared.Tenant;
import com.duespark.domain.tenants.TenantStatus;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

  private static final String NO_MEMBERSHIP = "NO_MEMBERSHIP";
  private static final String NO_TENANT = "Tenant not initialized";

  private final Standings standings;
  private final ClerkLinks clerk;
  private final Rates rates;
  private final Errors errors;

  CallerFilter(Standings standings, ClerkLinks clerk, Rates rates, Errors errors) {
    this.standings = standings;
    this.clerk = clerk;
    this.rates = rates;
    this.errors = errors;
  }

  /** Why a signed-in person is no caller: the refusal to answer. */
  static Refused reasonOf(HttpServletRequest request) {
    return request.getAttribute(REASON) instanceof Refused reason ? reason : unauthorized();
  }

  static Refused unauthorized() {
    return new Refused(ErrorCode.UNAUTHORIZED, "Please sign in", List.of());
  }

  /** Why nobody works in a business that is not active. */
  static Refused notOpen(TenantStatus status) {
    return status == TenantStatus.CLOSED
        ? closed("This business is closed; its owner can open it again", "BUSINESS_CLOSED")
        : closed("This business is suspended", NO_MEMBERSHIP);
  }

  private static Refused closed(String reason, String code) {
    return new Refused(ErrorCode.FORBIDDEN, reason, List.of(new Refused.Detail("", reason, code)));
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
    if (SecurityConfiguration.ISSUER.equals(jwt.getClaimAsString("iss"))) {
      builtIn(jwt, request, response, chain).rethrow();
    } else {
      clerk(ClerkSession.of(jwt), request, response, chain).rethrow();
    }
  }

  private Failure builtIn(
      Jwt token, HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    return uuid(token, "tenant")
        .map(id -> Tenant.call(id, () -> builtIn(token, id, request, response, chain)))
        .orElseGet(() -> builtIn(token, null, request, response, chain));
  }

  private Failure builtIn(
      Jwt token,
      @Nullable UUID tenant,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain) {
    try {
      var user = uuid(token, "sub").orElseThrow(CallerFilter::unauthorized);
      var session = uuid(token, "sid").orElseThrow(CallerFilter::unauthorized);
      var standing = standings.find(user, session).orElseThrow(CallerFilter::unauthorized);
      admit(standing, session, null, tenant, NO_TENANT, request);
    } catch (Refused refused) {
      return Failure.of(() -> errors.write(refused, request, response));
    }
    return Failure.of(() -> chain.doFilter(request, response));
  }

  /** Clerk says who and for which organisation; whether they belong there is read here. */
  private Failure clerk(
      ClerkSession session,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain) {
    try {
      identify(session, request);
    } catch (Refused refused) {
      return Failure.of(() -> errors.write(refused, request, response));
    }
    return Caller.ofAny(request)
        .map(
            caller ->
                Tenant.call(
                    caller.tenantId(), () -> Failure.of(() -> chain.doFilter(request, response))))
        .orElseGet(() -> Failure.of(() -> chain.doFilter(request, response)));
  }

  private void identify(ClerkSession session, HttpServletRequest request) {
    var tenant = session.organization().flatMap(clerk::tenantOf);
    var standing =
        tenant
            .map(id -> Tenant.call(id, () -> standings.ofClerk(session.subject())))
            .orElseGet(() -> standings.ofClerk(session.subject()));
    if (standing.isPresent()) {
      var without = tenant.isPresent() ? "You are not a member of this business" : NO_TENANT;
      admit(standing.get(), null, session.signedInAt(), tenant.orElse(null), without, request);
    } else {
      rates.take("clerk/" + session.subject(), rates.settings().user());
      request.setAttribute(
          REASON,
          closed(
              tenant.isPresent() ? "Your account is not set up here yet" : NO_TENANT,
              NO_MEMBERSHIP));
    }
    if (session.organizationId() == null) {
      request.setAttribute(
          REASON, closed("Choose an organisation first; none is active", "ORGANIZATION_REQUIRED"));
    }
  }

  /**
   * Notes who asks, and whether they may ask for the business.
   *
   * @param session null of somebody who came by Clerk
   * @param signedInAt by Clerk, where it says
   * @param without what to tell somebody who is no member
   */
  private void admit(
      Standing standing,
      @Nullable UUID session,
      @Nullable Instant signedInAt,
      @Nullable UUID tenant,
      String without,
      HttpServletRequest request) {
    if (!standing.user()) {
      throw unauthorized();
    }
    var user = standing.userId();
    MDC.put("user_id", user.toString());
    rates.takeApi(user, tenant);
    request.setAttribute(
        Identity.ATTRIBUTE, new Identity(user, session, standing.emailVerified(), signedInAt));
    var memberId = standing.memberId();
    var role = standing.role();
    if (tenant == null || memberId == null || role == null) {
      request.setAttribute(REASON, closed(without, NO_MEMBERSHIP));
    } else if (standing.status() != MemberStatus.ACTIVE) {
      request.setAttribute(REASON, closed("Your membership is not active", NO_MEMBERSHIP));
    } else {
      var caller =
          new Caller(
              user,
              tenant,
              role,
              memberId,
              standing.emailVerified(),
              role.isAtLeast(Role.STAFF) || (role == Role.AGENT && standing.canSend()),
              null);
      var status = Objects.requireNonNull(standing.tenant());
      switch (status) {
        case ACTIVE -> request.setAttribute(Caller.ATTRIBUTE, caller);
        case SUSPENDED -> request.setAttribute(REASON, notOpen(status));
        case CLOSED -> {
          request.setAttribute(Caller.WHILE_CLOSED, caller);
          request.setAttribute(REASON, notOpen(status));
        }
      }
    }
  }

  private static Optional<UUID> uuid(Jwt token, String claim) {
    return Optional.ofNullable(token.getClaimAsString(claim)).map(UUID::fromString);
  }
}

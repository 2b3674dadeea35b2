package com.duespark.api.shared;

import com.duespark.domain.accounts.PlatformRole;
import com.duespark.domain.platform.StaffStandings;
import com.duespark.domain.platform.StaffStandings.StaffStanding;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets staff of the platform through to what is theirs (RBC-23, SEC-07). Role and age of the login
 * are read from the database here, whatever the token says.
 */
@Component
class StaffInterceptor implements HandlerInterceptor {

  /** The request asks for something of the platform. */
  static final String ATTRIBUTE = StaffInterceptor.class.getName();

  private final StaffStandings standings;

  StaffInterceptor(StaffStandings standings) {
    this.standings = standings;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      var allow = method.getMethodAnnotation(AllowStaff.class);
      if (allow != null) {
        request.setAttribute(ATTRIBUTE, true);
        require(request, allow.value());
      }
    }
    return true;
  }

  private void require(HttpServletRequest request, PlatformRole least) {
    if (request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller && caller.isKey()) {
      throw AccessInterceptor.closedToKeys();
    }
    if (!(request.getAttribute(Identity.ATTRIBUTE) instanceof Identity person)) {
      throw CallerFilter.reasonOf(request);
    }
    var standing =
        standings
            .find(person.userId(), person.sessionId(), person.signedInAt())
            .filter(found -> found.role().isAtLeast(least))
            .orElseThrow(() -> strangers(least));
    requireFresh(standing);
  }

  private static Refused strangers(PlatformRole least) {
    return new Refused(
        ErrorCode.FORBIDDEN,
        "This is for the staff of the platform; whoever runs it gives that role",
        List.of(
            new Refused.Detail(
                "", "Needs at least the platform role " + least, "PLATFORM_ROLE_REQUIRED")));
  }

  private static void requireFresh(StaffStanding standing) {
    if (!standing.fresh()) {
      var message =
          "Your login is older than %d hours; log in again"
              .formatted(StaffStandings.FRESH.toHours());
      throw new Refused(
          ErrorCode.FORBIDDEN, message, List.of(new Refused.Detail("", message, "LOGIN_TOO_OLD")));
    }
  }
}

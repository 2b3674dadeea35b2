package com.duespark.api.shared;

import com.duespark.domain.members.Role;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets a request through to a handler whose annotations it satisfies (RBC-21). */
@Component
class AccessInterceptor implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    nameEntity(request);
    if (handler instanceof HandlerMethod method) {
      requireRole(request, method);
      requireKey(request, method);
    }
    return true;
  }

  /** What the request is about, for the log. */
  private static void nameEntity(HttpServletRequest request) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        && variables.get("id") instanceof String id) {
      MDC.put("entity_id", id);
    }
  }

  private static void requireRole(HttpServletRequest request, HandlerMethod method) {
    if (method.hasMethodAnnotation(AllowSignedIn.class)
        && request.getAttribute(Identity.ATTRIBUTE) == null) {
      throw CallerFilter.unauthorized();
    }
    var allow = method.getMethodAnnotation(Allow.class);
    if (allow == null) {
      return;
    }
    if (!(request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller)) {
      throw CallerFilter.reasonOf(request);
    }
    var excluded = !allow.agents() && caller.role() == Role.AGENT;
    if (!caller.is(allow.value()) || excluded) {
      throw new Refused(
          ErrorCode.FORBIDDEN,
          "Your role %s does not allow this; ask an owner or admin".formatted(caller.role()),
          List.of(
              new Refused.Detail("", "Needs at least the role " + allow.value(), "ROLE_REQUIRED")));
    }
  }

  private static void requireKey(HttpServletRequest request, HandlerMethod method) {
    if (method.hasMethodAnnotation(KeyRequired.class)
        && request.getHeader(KeyedRequest.HEADER) == null) {
      throw Refused.invalid(
          KeyedRequest.HEADER,
          "IDEMPOTENCY_KEY_REQUIRED",
          "Send an Idempotency-Key header with a UUID of your own, the same for every retry");
    }
  }
}

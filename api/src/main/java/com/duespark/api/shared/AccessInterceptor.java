package com.duespark.api.shared;

import com.duespark.domain.members.Role;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets a request through to a handler whose annotations it satisfies (RBC-21). */
@Component
class AccessInterceptor implements HandlerInterceptor {

  private final LoginSettings login;

  AccessInterceptor(LoginSettings login) {
    this.login = login;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    nameEntity(request);
    if (handler instanceof HandlerMethod method) {
      requireOpen(method);
      admitWhileClosed(request, method);
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

  private void requireOpen(HandlerMethod method) {
    if (!login.isBuiltIn()
        && (method.hasMethodAnnotation(BuiltInLogin.class)
            || method.getBeanType().isAnnotationPresent(BuiltInLogin.class))) {
      throw new Refused(
          ErrorCode.CAPABILITY_DISABLED,
          "People are invited and sign in through Clerk here",
          List.of(new Refused.Detail("", "The built-in login is off", "BUILT_IN_LOGIN_OFF")));
    }
  }

  private static void admitWhileClosed(HttpServletRequest request, HandlerMethod method) {
    if (method.hasMethodAnnotation(WhileClosed.class)
        && request.getAttribute(Caller.WHILE_CLOSED) instanceof Caller caller
        && caller.is(Role.OWNER)) {
      request.setAttribute(Caller.ATTRIBUTE, caller);
    }
  }

  private static void requireRole(HttpServletRequest request, HandlerMethod method) {
    var allow = method.getMethodAnnotation(Allow.class);
    if (allow == null && !method.hasMethodAnnotation(AllowSignedIn.class)) {
      return;
    }
    if (request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
      if (caller.key() != null) {
        requireScopes(caller, caller.key(), allow);
      } else if (allow != null) {
        requireRole(caller, allow);
      }
    } else if (allow != null || request.getAttribute(Identity.ATTRIBUTE) == null) {
      throw CallerFilter.reasonOf(request);
    }
  }

  private static void requireRole(Caller caller, Allow allow) {
    var excluded = !allow.agents() && caller.role() == Role.AGENT;
    if (!caller.is(allow.value()) || excluded) {
      throw new Refused(
          ErrorCode.FORBIDDEN,
          "Your role %s does not allow this; ask an owner or admin".formatted(caller.role()),
          List.of(
              new Refused.Detail("", "Needs at least the role " + allow.value(), "ROLE_REQUIRED")));
    }
  }

  /** What no scope covers is closed to every key; an owner's right is no key's. */
  private static void requireScopes(Caller caller, Caller.Key key, @Nullable Allow allow) {
    if (allow == null || allow.scopes().length == 0 || !caller.is(allow.value())) {
      throw closedToKeys();
    }
    var missing = Stream.of(allow.scopes()).filter(scope -> !key.scopes().contains(scope)).toList();
    if (!missing.isEmpty()) {
      throw insufficient(
          "This API key lacks a scope; make a key that has it",
          missing.stream().map(scope -> "Needs the scope " + scope.word()).toList());
    }
  }

  static Refused closedToKeys() {
    return insufficient(
        "No API key may do this; sign in as a member", List.of("Not open to API keys"));
  }

  private static Refused insufficient(String message, List<String> reasons) {
    return new Refused(
        ErrorCode.FORBIDDEN,
        message,
        reasons.stream()
            .map(reason -> new Refused.Detail("", reason, "INSUFFICIENT_SCOPE"))
            .toList());
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

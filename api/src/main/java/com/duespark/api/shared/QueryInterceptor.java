package com.duespark.api.shared;

import com.duespark.domain.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that a handler does not know (API-07); ignores a tenant_id (GEN-02). */
@Component
class QueryInterceptor implements HandlerInterceptor {

  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && request.getQueryString() != null) {
      var names = known.computeIfAbsent(method.getMethod(), asked -> namesOf(method));
      for (var name : request.getParameterMap().keySet()) {
        if (!names.contains(name) && !name.equals("tenant_id")) {
          throw Refused.invalid(
              name, "UNKNOWN_PARAMETER", "%s is not a parameter of this list".formatted(name));
        }
      }
    }
    return true;
  }

  private static Set<String> namesOf(HandlerMethod method) {
    return Stream.of(method.getMethodParameters())
        .flatMap(QueryInterceptor::namesOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> namesOf(MethodParameter parameter) {
    if (parameter.getParameterType() == Paging.class) {
      return Paging.PARAMETERS.stream();
    }
    var asked = parameter.getParameterAnnotation(RequestParam.class);
    if (asked == null) {
      return Stream.empty();
    }
    return Stream.ofNullable(
        asked.name().isEmpty() ? parameter.getParameter().getName() : asked.name());
  }
}

package com.duespark.api.shared;

import com.duespark.domain.accounts.Origin;
import com.duespark.domain.audit.Trail;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** What handlers may simply ask for: the caller, the trail, the origin, the page, the version. */
@Component
class Arguments implements HandlerMethodArgumentResolver {

  private static final Map<Class<?>, Function<HttpServletRequest, Object>> KNOWN =
      Map.of(
          Caller.class,
          request -> attribute(request, Caller.ATTRIBUTE),
          Identity.class,
          request -> attribute(request, Identity.ATTRIBUTE),
          Trail.class,
          Arguments::trail,
          Origin.class,
          Arguments::origin,
          IfMatch.class,
          request -> IfMatch.of(request.getHeader(HttpHeaders.IF_MATCH)),
          Paging.class,
          Arguments::paging);

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return KNOWN.containsKey(parameter.getParameterType());
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    var request = Optional.ofNullable(web.getNativeRequest(HttpServletRequest.class)).orElseThrow();
    return Optional.ofNullable(KNOWN.get(parameter.getParameterType()))
        .orElseThrow()
        .apply(request);
  }

  private static Object attribute(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getAttribute(name))
        .orElseThrow(() -> CallerFilter.reasonOf(request));
  }

  private static Trail trail(HttpServletRequest request) {
    var actor = "portal";
    if (request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
      actor = caller.actor();
    } else if (request.getAttribute(Identity.ATTRIBUTE) instanceof Identity person) {
      actor = person.userId().toString();
    }
    return new Trail(actor, request.getRemoteAddr(), RequestId.current(), null);
  }

  private static Origin origin(HttpServletRequest request) {
    return new Origin(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
  }

  private static Paging paging(HttpServletRequest request) {
    return Paging.of(
        request.getParameter("limit"),
        request.getParameter("cursor"),
        request.getParameter("include_total"),
        request.getParameter("sort"));
  }
}

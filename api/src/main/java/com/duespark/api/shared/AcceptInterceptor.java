package com.duespark.api.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Refuses a change whose answer the client would not take, before anything is changed. */
@Component
class AcceptInterceptor implements HandlerInterceptor {

  private static final List<MediaType> ANSWERS =
      List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws HttpMediaTypeNotAcceptableException {
    if (handler instanceof HandlerMethod
        && !HttpMethod.GET.matches(request.getMethod())
        && request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) == null
        && !takesAnswer(request.getHeader(HttpHeaders.ACCEPT))) {
      throw new HttpMediaTypeNotAcceptableException(ANSWERS);
    }
    return true;
  }

  private static boolean takesAnswer(@Nullable String accept) {
    try {
      var wanted = MediaType.parseMediaTypes(accept);
      return wanted.isEmpty()
          || wanted.stream().anyMatch(type -> ANSWERS.stream().anyMatch(type::isCompatibleWith));
    } catch (InvalidMediaTypeException unreadable) {
      return false;
    }
  }
}

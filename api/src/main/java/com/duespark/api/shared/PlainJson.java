package com.duespark.api.shared;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Whoever asks for problems (API-05) gets what is none as the JSON that it is; a problem names its
 * type itself.
 */
@RestControllerAdvice
class PlainJson implements ResponseBodyAdvice<Object> {

  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    var headers = response.getHeaders();
    if (MediaType.APPLICATION_PROBLEM_JSON.equalsTypeAndSubtype(type)
        && headers.getContentType() == null) {
      headers.setContentType(MediaType.APPLICATION_JSON);
    }
    return body;
  }
}

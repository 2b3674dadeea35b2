package com.duespark.api.shared;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * Marks answers with an ETag and answers 304 to whoever has them already (API-09, API-11). The tag
 * of an object is its version and a check sum of what is shown, {@code "3.5f2c01d9"}: computed
 * fields change without a new version, and 304 must not hide that. {@code If-Match} needs the
 * version only. What is shown is put into words once, for its sum and for the answer.
 */
@RestControllerAdvice
class ETags implements ResponseBodyAdvice<Object> {

  private final JsonMapper json;

  ETags(JsonMapper json) {
    this.json = json;
  }

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
    if (!(body instanceof Envelope<?> envelope)) {
      return body;
    }
    var read = HttpMethod.GET.equals(request.getMethod());
    if (!read && !(envelope.data() instanceof Versioned)) {
      return body;
    }
    var data = json.writeValueAsString(Objects.requireNonNull(envelope.data()));
    var tag = tag(envelope, data);
    response.getHeaders().setETag(tag);
    var written = new Envelope<>(new RawValue(data), envelope.meta());
    if (!read) {
      return written;
    }
    if (!response.getHeaders().containsHeader(HttpHeaders.CACHE_CONTROL)) {
      response.getHeaders().setCacheControl("private, no-cache");
    }
    if (request.getHeaders().getIfNoneMatch().contains(tag)) {
      response.setStatusCode(HttpStatus.NOT_MODIFIED);
      return null;
    }
    return written;
  }

  private static String tag(Envelope<?> envelope, String data) {
    var sum = new CRC32C();
    sum.update(data.getBytes(StandardCharsets.UTF_8));
    var cursor = envelope.meta().cursor();
    if (cursor != null) {
      sum.update(cursor.getBytes(StandardCharsets.UTF_8));
    }
    var version = envelope.data() instanceof Versioned versioned ? versioned.version() : 0;
    return "\"%d.%08x\"".formatted(version, sum.getValue());
  }
}

package com.duespark.api.shared;

import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body once, up to the limit, and keeps it: for the idempotency hash and for signatures
 * over raw bytes. Forms and uploads pass through; the container parses and limits them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class BodyFilter extends OncePerRequestFilter {

  private static final String ATTRIBUTE = BodyFilter.class.getName();

  private final ApiSettings settings;
  private final Errors errors;

  BodyFilter(ApiSettings settings, Errors errors) {
    this.settings = settings;
    this.errors = errors;
  }

  /** The raw body of a request; empty when it has none or was a form. */
  public static byte[] bytesOf(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof byte[] bytes ? bytes : new byte[0];
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int limit = Math.toIntExact(settings.maxBody().toBytes());
    if (isForm(request)) {
      chain.doFilter(request, response);
      return;
    }
    if (request.getContentLengthLong() > limit) {
      refuse(request, response);
      return;
    }
    var bytes = request.getInputStream().readNBytes(limit + 1);
    if (bytes.length > limit) {
      refuse(request, response);
      return;
    }
    request.setAttribute(ATTRIBUTE, bytes);
    chain.doFilter(new KeptBodyRequest(request, bytes), response);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    errors.write(
        new Refused(
            ErrorCode.PAYLOAD_TOO_LARGE,
            "The body is larger than %d kB".formatted(settings.maxBody().toKilobytes()),
            List.of()),
        request,
        response);
  }

  private static boolean isForm(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null
        && (type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded"));
  }
}

package com.duespark.api.shared;

import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal as the caller wants it: envelope or problem (API-04, API-05). */
@Component
public class Errors {

  private final JsonMapper json;

  Errors(JsonMapper json) {
    this.json = json;
  }

  ResponseEntity<String> answer(
      Refused refused, @Nullable Object latest, HttpServletRequest request) {
    return answer(refused, HttpStatus.valueOf(refused.code().status()), latest, request);
  }

  ResponseEntity<String> answer(
      Refused refused, HttpStatus status, @Nullable Object latest, HttpServletRequest request) {
    var problem = wantsProblem(request);
    var body =
        problem
            ? Problem.of(refused, status.value(), latest, request.getRequestURI())
            : ErrorBody.of(refused, latest);
    var answer =
        ResponseEntity.status(status)
            .contentType(problem ? MediaType.APPLICATION_PROBLEM_JSON : MediaType.APPLICATION_JSON);
    RetryAfter.of(refused)
        .ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
    if (refused.code() == ErrorCode.UNAUTHORIZED) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return answer.body(json.writeValueAsString(body));
  }

  /** For filters, which stand outside of the handlers' error handling. */
  public void write(Refused refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(answer(refused, null, request), response);
  }

  /** What cannot be read as it was sent. */
  ResponseEntity<String> unreadable(HttpServletRequest request) {
    return answer(
        Refused.invalid(
            "", "MALFORMED", "The address, its parameters or the form are not encoded correctly"),
        HttpStatus.BAD_REQUEST,
        null,
        request);
  }

  static void write(ResponseEntity<String> answer, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.getStatusCode().value());
    answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    var body = answer.getBody();
    if (body != null) {
      response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static boolean wantsProblem(HttpServletRequest request) {
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
  }
}

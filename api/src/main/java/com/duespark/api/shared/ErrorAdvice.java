package com.duespark.api.shared;

import static java.util.stream.Collectors.joining;

import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.storage.TenantWall;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;

/** Turns whatever went wrong into the catalogue of errors (API-20 to API-30). */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);

  private final Errors errors;
  private final Denials denials;
  private final Counter violations;

  ErrorAdvice(Errors errors, Denials denials, MeterRegistry meters) {
    this.errors = errors;
    this.denials = denials;
    violations = meters.counter("duespark_isolation_violations");
  }

  @ExceptionHandler
  ResponseEntity<String> replay(Replay replay) {
    return ResponseEntity.status(replay.status())
        .contentType(MediaType.APPLICATION_JSON)
        .body(replay.body());
  }

  @ExceptionHandler
  ResponseEntity<String> refused(Refused refused, HttpServletRequest request) {
    if (refused.code() == ErrorCode.FORBIDDEN) {
      denials.record(request, refused);
    }
    return errors.answer(refused, null, request);
  }

  @ExceptionHandler
  ResponseEntity<String> stale(Stale stale, HttpServletRequest request) {
    var refused = Refused.conflict("VERSION_MISMATCH", String.valueOf(stale.getMessage()));
    return errors.answer(refused, stale.latest(), request);
  }

  @ExceptionHandler
  ResponseEntity<String> changedMeanwhile(
      OptimisticLockingFailureException raced, HttpServletRequest request) {
    return errors.answer(
        Refused.conflict("VERSION_MISMATCH", "It was changed meanwhile; read it again"),
        null,
        request);
  }

  @ExceptionHandler
  ResponseEntity<String> duplicate(DuplicateKeyException duplicate, HttpServletRequest request) {
    LOG.info("Refused as a duplicate: {}", duplicate.getMostSpecificCause().getMessage());
    return errors.answer(
        Refused.conflict("DUPLICATE", "There is one of these already"), null, request);
  }

  @ExceptionHandler
  ResponseEntity<String> invalid(
      MethodArgumentNotValidException invalid, HttpServletRequest request) {
    return errors.answer(Violations.of(invalid.getBindingResult()), null, request);
  }

  @ExceptionHandler
  ResponseEntity<String> invalid(ConstraintViolationException invalid, HttpServletRequest request) {
    return errors.answer(Violations.of(invalid.getConstraintViolations()), null, request);
  }

  @ExceptionHandler
  ResponseEntity<String> invalid(
      HandlerMethodValidationException invalid, HttpServletRequest request) {
    return errors.answer(Violations.of(invalid), null, request);
  }

  @ExceptionHandler
  ResponseEntity<String> mistyped(
      MethodArgumentTypeMismatchException mistyped, HttpServletRequest request) {
    var name = mistyped.getName();
    if (Violations.isPathVariable(mistyped)) {
      return errors.answer(
          new Refused(ErrorCode.NOT_FOUND, "There is nothing at this address", List.of()),
          null,
          request);
    }
    return errors.answer(
        Refused.invalid(name, "FORMAT", misfit(name, mistyped.getRequiredType())), null, request);
  }

  private static String misfit(String name, @Nullable Class<?> wanted) {
    var words = wanted == null ? null : wanted.getEnumConstants();
    return words == null
        ? "%s is not understood".formatted(name)
        : Stream.of(words)
            .map(Object::toString)
            .collect(joining(", ", "%s is one of ".formatted(name), ""));
  }

  @ExceptionHandler
  ResponseEntity<String> unreadable(
      HttpMessageNotReadableException unreadable, HttpServletRequest request) {
    return unreadable.getCause() instanceof DatabindException misfit
        ? errors.answer(Violations.of(misfit), null, request)
        : malformed(request);
  }

  @ExceptionHandler
  ResponseEntity<String> misfit(DatabindException misfit, HttpServletRequest request) {
    return errors.answer(Violations.of(misfit), null, request);
  }

  @ExceptionHandler({StreamReadException.class, StreamConstraintsException.class})
  ResponseEntity<String> malformed(HttpServletRequest request) {
    return errors.answer(
        Refused.invalid("", "MALFORMED", "The body is not well-formed JSON, or is nested too deep"),
        HttpStatus.BAD_REQUEST,
        null,
        request);
  }

  /** The parameters, or a form, are not even readable. */
  @ExceptionHandler({
    RequestRejectedException.class,
    InvalidParameterException.class,
    MultipartException.class
  })
  ResponseEntity<String> unreadable(HttpServletRequest request) {
    return errors.unreadable(request);
  }

  @ExceptionHandler
  ResponseEntity<String> denied(AccessDeniedException denied, HttpServletRequest request) {
    return refused(new Refused(ErrorCode.FORBIDDEN, "This is not allowed", List.of()), request);
  }

  @ExceptionHandler
  ResponseEntity<String> noRoute(NoResourceFoundException missing, HttpServletRequest request) {
    return errors.answer(Refused.notFound("This address"), null, request);
  }

  @ExceptionHandler({TransientDataAccessException.class, CannotCreateTransactionException.class})
  ResponseEntity<String> unavailable(Exception cause, HttpServletRequest request) {
    LOG.warn("The database is not available", cause);
    return errors.answer(
        new Refused(ErrorCode.UNAVAILABLE, "Please try again in a moment", List.of()),
        null,
        request);
  }

  /** Spring's own refusals keep their status (405, 406, 415 …); anything else is our mistake. */
  @ExceptionHandler
  ResponseEntity<String> anythingElse(Exception cause, HttpServletRequest request) {
    if (cause instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return errors.answer(
          Violations.of(known), HttpStatus.valueOf(known.getStatusCode().value()), null, request);
    }
    if (TenantWall.stopped(cause)) {
      violations.increment();
    }
    LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), cause);
    return errors.answer(
        new Refused(
            ErrorCode.INTERNAL_ERROR,
            "Something went wrong on our side; quote the request id when you ask about it",
            List.of()),
        null,
        request);
  }
}

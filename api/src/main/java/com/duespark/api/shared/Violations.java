package com.duespark.api.shared;

import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.PropertyBindingException;

/** Says in the API's words which field was refused and why. */
final class Violations {

  private static final String SUMMARY = "Please correct the marked fields";

  private Violations() {}

  static Refused of(BindingResult result) {
    return refused(
        result.getAllErrors().stream()
            .map(
                error ->
                    detail(
                        error instanceof FieldError field ? field.getField() : "",
                        error.getCode(),
                        error.getDefaultMessage()))
            .toList());
  }

  static Refused of(Set<ConstraintViolation<?>> violations) {
    return refused(
        violations.stream()
            .map(
                violation ->
                    detail(
                        violation.getPropertyPath().toString(),
                        violation
                            .getConstraintDescriptor()
                            .getAnnotation()
                            .annotationType()
                            .getSimpleName(),
                        violation.getMessage()))
            .sorted(java.util.Comparator.comparing(Refused.Detail::field))
            .toList());
  }

  static Refused of(HandlerMethodValidationException invalid) {
    return refused(
        invalid.getParameterValidationResults().stream()
            .flatMap(
                result ->
                    result.getResolvableErrors().stream()
                        .map(
                            error ->
                                detail(
                                    fieldOf(result.getMethodParameter().getParameterName(), error),
                                    code(error),
                                    error.getDefaultMessage())))
            .toList());
  }

  static Refused of(DatabindException misfit) {
    var path = new StringBuilder();
    for (var step : misfit.getPath()) {
      @Nullable String property = step.getPropertyName();
      path.append(
          property == null
              ? "[%d]".formatted(step.getIndex())
              : (path.isEmpty() ? "" : ".") + property);
    }
    return misfit instanceof PropertyBindingException
        ? Refused.invalid(path.toString(), "UNKNOWN_FIELD", "%s is not known here".formatted(path))
        : Refused.invalid(
            path.toString(),
            "FORMAT",
            path.isEmpty() ? "The body has the wrong form" : path + " is not understood");
  }

  /** Method not allowed, type not supported, parameter missing. */
  static Refused of(ErrorResponse known) {
    var detail = known.getBody().getDetail();
    var code =
        switch (known.getStatusCode().value()) {
          case 404 -> ErrorCode.NOT_FOUND;
          case 413 -> ErrorCode.PAYLOAD_TOO_LARGE;
          case 409 -> ErrorCode.CONFLICT;
          default -> ErrorCode.VALIDATION_ERROR;
        };
    return new Refused(code, detail == null ? "The request is not understood" : detail, List.of());
  }

  /** An id that cannot be one is an id that is not there. */
  static boolean isPathVariable(MethodArgumentTypeMismatchException mistyped) {
    return mistyped.getParameter().hasParameterAnnotation(PathVariable.class);
  }

  private static Refused refused(List<Refused.Detail> details) {
    return Refused.invalid(SUMMARY, details);
  }

  private static String fieldOf(@Nullable String parameter, MessageSourceResolvable error) {
    return error instanceof FieldError field
        ? field.getField()
        : parameter == null ? "" : parameter;
  }

  private static @Nullable String code(MessageSourceResolvable error) {
    var codes = error.getCodes();
    return codes == null || codes.length == 0 ? null : codes[codes.length - 1];
  }

  private static Refused.Detail detail(
      String path, @Nullable String constraint, @Nullable String message) {
    var code =
        switch (constraint == null ? "" : constraint) {
          case "NotNull", "NotBlank", "NotEmpty" -> "REQUIRED";
          case "Size" -> "SIZE";
          case "Min", "Max", "DecimalMin", "DecimalMax", "Positive", "PositiveOrZero" -> "RANGE";
          default -> "FORMAT";
        };
    return new Refused.Detail(snake(path), message == null ? "is not valid" : message, code);
  }

  private static String snake(String path) {
    return path.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}

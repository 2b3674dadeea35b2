package com.duespark.domain.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule said no. Carries what the caller should do next; never a stack trace worth reading.
 *
 * <p>Thrown by guards, caught at the two doors: the API answers it, the command ledger stores it.
 */
public final class Refused extends RuntimeException {

  /**
   * One reason.
   *
   * @param field JSON path of the field it concerns, empty when it concerns the whole
   * @param code stable word for programs, for example {@code ALREADY_SENT}
   */
  public record Detail(String field, String message, String code) {}

  private final ErrorCode code;
  private final List<Detail> details;

  public Refused(ErrorCode code, String message, List<Detail> details) {
    super(message, null, false, false);
    this.code = code;
    this.details = List.copyOf(details);
  }

  public static Refused notFound(String what) {
    return new Refused(ErrorCode.NOT_FOUND, what + " not found", List.of());
  }

  /** The object is in a state that does not allow this. */
  public static Refused conflict(String detailCode, String message) {
    return new Refused(ErrorCode.CONFLICT, message, List.of(new Detail("", message, detailCode)));
  }

  public static Refused invalid(String field, String detailCode, String message) {
    return new Refused(
        ErrorCode.VALIDATION_ERROR, message, List.of(new Detail(field, message, detailCode)));
  }

  public static Refused invalid(String message, List<Detail> details) {
    return new Refused(ErrorCode.VALIDATION_ERROR, message, details);
  }

  public ErrorCode code() {
    return code;
  }

  public List<Detail> details() {
    return details;
  }

  /** The first detail's word, or the error code itself. */
  public String reason() {
    return details.isEmpty() ? code.name() : details.getFirst().code();
  }

  /** The message, never null here. */
  public String say() {
    @Nullable String message = getMessage();
    return message == null ? code.name() : message;
  }
}

package com.duespark.api.shared;

import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refused request (API-04). */
public record ErrorBody(Cause error, ErrorMeta meta) {

  /**
   * The reason.
   *
   * @param details one per field where fields are the reason
   * @param latest the object as it is now, when the caller knew an older one (API-09)
   */
  public record Cause(
      ErrorCode code,
      String message,
      List<Refused.Detail> details,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object latest) {}

  /** Quoting the request id lets an operator find the cause. */
  public record ErrorMeta(String requestId) {}

  static ErrorBody of(Refused refused, @Nullable Object latest) {
    return new ErrorBody(
        new Cause(refused.code(), refused.say(), refused.details(), latest),
        new ErrorMeta(RequestId.current()));
  }
}

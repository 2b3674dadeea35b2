package com.duespark.domain.shared;

/**
 * The catalogue of errors a caller can act on (spec API-20 to API-30, REM-74), with their HTTP
 * status.
 */
public enum ErrorCode {
  UNAUTHORIZED(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  CAPABILITY_DISABLED(403),
  VALIDATION_ERROR(422),
  PROVIDER_ERROR(502),
  CONFLICT(409),
  CONFIRMATION_REQUIRED(409),
  RATE_LIMITED(429),
  PLAN_LIMIT_REACHED(402),
  LINK_EXPIRED(404),
  PAYLOAD_TOO_LARGE(413),
  INTERNAL_ERROR(500),
  UNAVAILABLE(503);

  private final int status;

  ErrorCode(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }
}

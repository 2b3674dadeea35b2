package com.duespark.domain.exports;

/** Why there is no archive. */
public enum ExportFailure {
  /** Somebody took it back. */
  CANCELED,
  /** More than {@code duespark.exports.largest}. */
  TOO_LARGE,
  /** It could not be made, however often it was tried; the log says why. */
  BROKEN
}

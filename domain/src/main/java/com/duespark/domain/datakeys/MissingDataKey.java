package com.duespark.domain.datakeys;

/** A key that is not here, or not any more; the message says which and why. */
public class MissingDataKey extends RuntimeException {

  MissingDataKey(String message) {
    super(message);
  }

  MissingDataKey(String message, Throwable cause) {
    super(message, cause);
  }
}

package com.duespark.domain.numbering;

import com.duespark.domain.shared.Refused;

/**
 * One number series.
 *
 * @param padding least digits of the counter
 * @param nextValue the counter of the next number
 */
public record Series(NumberKind kind, String prefix, int padding, long nextValue) {

  /** The next number, for example {@code INV-1001}. */
  public String preview() {
    var digits = Long.toString(nextValue);
    return prefix + "0".repeat(Math.max(0, padding - digits.length())) + digits;
  }

  /** Another prefix, padding and counter; the counter only moves forwards (NUM-02). */
  Series change(String newPrefix, int newPadding, long newNextValue) {
    if (newNextValue < nextValue) {
      throw Refused.invalid(
          "next_value",
          "BACKWARDS",
          "The next value moves forwards only; it is %d now".formatted(nextValue));
    }
    return new Series(kind, newPrefix, newPadding, newNextValue);
  }
}

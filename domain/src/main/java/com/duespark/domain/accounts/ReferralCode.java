package com.duespark.domain.accounts;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Ten characters that are not mistaken for one another, 50 bits. */
final class ReferralCode {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private ReferralCode() {}

  static String random() {
    return RANDOM
        .ints(LENGTH, 0, ALPHABET.length())
        .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
        .collect(Collectors.joining());
  }
}

package com.duespark.api.accounts;

import com.duespark.domain.shared.Refused;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id, at least 10 characters, not one of the common ones (AUT-01). */
@Component
class Passwords {

  static final int MIN_LENGTH = 10;
  static final int MAX_LENGTH = 200;

  private final Argon2PasswordEncoder argon2 =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final Set<String> common = readCommon();
  private final String nobodysHash = argon2.encode("nobody has this password");

  String hash(String password) {
    requireUncommon(password);
    return Objects.requireNonNull(argon2.encode(password));
  }

  /** Takes the same time whether there is a hash or not. */
  boolean matches(String password, Optional<String> hash) {
    var matches = argon2.matches(password, hash.orElse(nobodysHash));
    return matches && hash.isPresent();
  }

  private void requireUncommon(String password) {
    if (common.contains(password.toLowerCase(Locale.ROOT))
        || password.chars().distinct().count() < 4) {
      throw Refused.invalid(
          "password", "COMMON_PASSWORD", "This password is easily guessed; choose another");
    }
  }

  private static Set<String> readCommon() {
    try (var in = Passwords.class.getResourceAsStream("common-passwords.txt");
        var reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return reader.lines().map(String::strip).collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

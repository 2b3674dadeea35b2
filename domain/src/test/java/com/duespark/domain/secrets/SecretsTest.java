package com.duespark.domain.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecretsTest {

  private static final Secret OLD = secret("old old old old old old old old 1");
  private static final Secret NEW = secret("new new new new new new new new 2");
  private static final byte[] PLAIN = "credentials".getBytes(StandardCharsets.UTF_8);

  @Test
  void whatWasSealedIsOpenedAgainAlsoAfterARotation() {
    var sealed = new Sealed(keys(OLD, null)).seal(PLAIN);

    assertThat(new Sealed(keys(OLD, null)).open(sealed)).isEqualTo(PLAIN);
    assertThat(new Sealed(keys(NEW, OLD)).open(sealed)).isEqualTo(PLAIN);
    assertThat(sealed).hasSize(1 + 12 + PLAIN.length + 16);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("credentials");
    assertThatThrownBy(() -> new Sealed(keys(NEW, null)).open(sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aChangedByteIsNoticed() {
    var box = new Sealed(keys(OLD, null));
    var sealed = box.seal(PLAIN);
    sealed[sealed.length - 1] ^= 1;

    assertThatThrownBy(() -> box.open(sealed)).isInstanceOf(IllegalStateException.class);
    assertThat(box.seal(PLAIN)).isNotEqualTo(box.seal(PLAIN));
  }

  @Test
  void aTextIsSealedToATextAndOneFromBeforeIsReadAsItIs() {
    var box = new Sealed(keys(OLD, null));
    var sealed = box.seal("P051-000-142K, ñandú");

    assertThat(sealed).startsWith("sealed:").doesNotContain("P051");
    assertThat(new Sealed(keys(NEW, OLD)).open(sealed)).isEqualTo("P051-000-142K, ñandú");
    assertThat(box.open("P051-000-142K")).isEqualTo("P051-000-142K");
    assertThat(box.open(box.seal("sealed:P051"))).isEqualTo("sealed:P051");
    assertThatThrownBy(() -> new Sealed(keys(NEW, null)).open(sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> box.open("sealed:P051!")).isInstanceOf(IllegalStateException.class);
    assertThat(box.openOrKeep("sealed:P051!")).isEqualTo("sealed:P051!");
    assertThat(box.openOrKeep("sealed:P051")).isEqualTo("sealed:P051");
    assertThat(box.openOrKeep(sealed)).isEqualTo("P051-000-142K, ñandú");
  }

  @Test
  void aConfidentialTextIsNotPrinted() {
    var taxId = new Confidential("P051-000-142K");

    assertThat(taxId).hasToString("***");
    assertThat(Confidential.textOf(taxId)).isEqualTo("P051-000-142K");
    assertThat(Confidential.of(null)).isNull();
    assertThat(Confidential.textOf(null)).isNull();
  }

  @Test
  void aTokenIsDerivedAgainFromItsIdAndKey() {
    var id = UUID.randomUUID();
    var made = new SecretTokens(keys(OLD, null));
    var later = new SecretTokens(keys(NEW, OLD));

    assertThat(later.token(id, made.keyVersion())).isEqualTo(made.token(id));
    assertThat(later.token(id)).isNotEqualTo(made.token(id));
    assertThat(made.token(id)).matches("[A-Za-z0-9_-]{43}");
    assertThat(SecretTokens.hash(made.token(id))).hasSize(32);
  }

  @Test
  void aSecretIsLongAndNeverPrinted() {
    assertThat(keys(OLD, NEW).toString()).doesNotContain("old").contains("***");
    assertThatThrownBy(() -> Secret.valueOf("c2hvcnQ=")).hasMessageContaining("32 bytes");
    assertThatThrownBy(() -> Secret.valueOf("not base64!")).hasMessageContaining("base64");
  }

  private static Secrets keys(Secret current, @Nullable Secret previous) {
    return new Secrets(
        current,
        null,
        current,
        previous,
        current,
        previous,
        current,
        Stream.ofNullable(previous).toList());
  }

  private static Secret secret(String text) {
    return Secret.valueOf(
        Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }
}

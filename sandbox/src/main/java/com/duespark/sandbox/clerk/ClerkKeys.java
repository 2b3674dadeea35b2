package com.duespark.sandbox.clerk;

import com.duespark.sandbox.log.Json;
import com.google.gson.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** The keys that session tokens are signed with; the newest signs. A restart makes new ones. */
final class ClerkKeys {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private record Key(String id, KeyPair pair) {}

  private final List<Key> keys = new ArrayList<>(List.of(make()));

  /** Signs with another key from now on; tokens of the old one are good while it is kept. */
  synchronized String rotate(boolean keep) {
    if (!keep) {
      keys.clear();
    }
    keys.addFirst(make());
    return keys.getFirst().id();
  }

  /** A JSON Web Key Set (RFC 7517). */
  synchronized JsonObject published() {
    return Json.object("keys", Json.array(keys.stream().map(ClerkKeys::shown).toList()));
  }

  /** A signed JSON Web Token (RFC 7519). */
  synchronized String sign(JsonObject claims) {
    Key key = keys.getFirst();
    JsonObject header = Json.object("alg", "RS256", "kid", key.id(), "typ", "JWT");
    String signed = part(Json.write(header)) + "." + part(Json.write(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key.pair().getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Key make() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return new Key("ins_" + UUID.randomUUID(), generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("RSA is part of every JDK", e);
    }
  }

  private static JsonObject shown(Key key) {
    RSAPublicKey open = (RSAPublicKey) key.pair().getPublic();
    return Json.object(
        "use",
        "sig",
        "kty",
        "RSA",
        "kid",
        key.id(),
        "alg",
        "RS256",
        "n",
        number(open.getModulus()),
        "e",
        number(open.getPublicExponent()));
  }

  /** Without the byte that only says that it is positive. */
  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return URL.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private static String part(String json) {
    return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}

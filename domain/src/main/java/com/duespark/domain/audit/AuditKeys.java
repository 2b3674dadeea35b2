package com.duespark.domain.audit;

import com.duespark.domain.secrets.Secret;
import com.duespark.domain.secrets.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import org.springframework.stereotype.Component;

/** The keys of the chain: the current one signs, every configured one verifies (SEC-02). */
@Component
public final class AuditKeys {

  private final List<Secret> keys;

  public AuditKeys(Secrets secrets) {
    keys = secrets.auditKeys().toList();
  }

  /** The one that seals now. */
  Signer current() {
    return new Signer(keys.getFirst());
  }

  /** Those of a version; mostly one, and none when it is configured no more. */
  List<Signer> ofVersion(int version) {
    return keys.stream().filter(key -> key.version() == version).map(Signer::new).toList();
  }

  /** HMAC-SHA-256 with one key; what is signed is named first, so that one is never the other. */
  static final class Signer {

    private static final String HMAC = "HmacSHA256";
    private static final byte[] ENTRY = "duespark audit entry 1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BLOCK = "duespark audit block 1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] DROP = "duespark audit drop 1".getBytes(StandardCharsets.UTF_8);

    private final int version;
    private final Mac mac;

    private Signer(Secret key) {
      version = key.version();
      try {
        mac = Mac.getInstance(HMAC);
        mac.init(key.key(HMAC));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    int version() {
      return version;
    }

    byte[] entry(byte[] canonical) {
      mac.update(ENTRY);
      return mac.doFinal(canonical);
    }

    String drop(byte[] record) {
      mac.update(DROP);
      return HexFormat.of().formatHex(mac.doFinal(record));
    }

    String block(String hash) {
      mac.update(BLOCK);
      return HexFormat.of().formatHex(mac.doFinal(HexFormat.of().parseHex(hash)));
    }
  }
}

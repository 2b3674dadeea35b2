package com.duespark.domain.audit;

import com.duespark.domain.audit.AuditKeys.Signer;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A seal over the entries from one place to another.
 *
 * @param number 1, 2, 3… in each business
 * @param previousHash the hash of the block before, in hex; zeros before the first
 * @param hash over all of the above, its time and the marks of the entries in order; in hex
 * @param signature over the hash, in hex
 */
record Block(
    UUID tenantId,
    long number,
    long firstPlace,
    long lastPlace,
    String previousHash,
    String hash,
    String signature,
    int keyVersion,
    Instant createdAt) {

  /** What {@link #read} needs, of {@code audit_blocks}. */
  static final String COLUMNS =
      """
      tenant_id, number, first_place, last_place, encode(previous_hash, 'hex') as previous_hash,
      encode(hash, 'hex') as hash, encode(signature, 'hex') as signature, key_version, created_at
      """;

  static final String BEFORE_THE_FIRST = "0".repeat(64);

  private static final HexFormat HEX = HexFormat.of();

  static Block seal(
      UUID tenantId,
      long number,
      long firstPlace,
      String previousHash,
      List<byte[]> marks,
      Signer signer,
      Instant now) {
    long lastPlace = firstPlace + marks.size() - 1;
    var hash = hash(tenantId, number, firstPlace, lastPlace, previousHash, now, marks);
    return new Block(
        tenantId,
        number,
        firstPlace,
        lastPlace,
        previousHash,
        hash,
        signer.block(hash),
        signer.version(),
        now);
  }

  static Block read(ResultSet row) throws SQLException {
    return new Block(
        row.getObject("tenant_id", UUID.class),
        row.getLong("number"),
        row.getLong("first_place"),
        row.getLong("last_place"),
        row.getString("previous_hash"),
        row.getString("hash"),
        row.getString("signature"),
        row.getInt("key_version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  /** The hash that these marks make it have. */
  String hashOver(List<byte[]> marks) {
    return hash(tenantId, number, firstPlace, lastPlace, previousHash, createdAt, marks);
  }

  private static String hash(
      UUID tenantId,
      long number,
      long firstPlace,
      long lastPlace,
      String previousHash,
      Instant createdAt,
      List<byte[]> marks) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          ByteBuffer.allocate(6 * Long.BYTES)
              .putLong(tenantId.getMostSignificantBits())
              .putLong(tenantId.getLeastSignificantBits())
              .putLong(number)
              .putLong(firstPlace)
              .putLong(lastPlace)
              .putLong(Canonical.micros(createdAt))
              .array());
      digest.update(HEX.parseHex(previousHash));
      marks.forEach(digest::update);
      return HEX.formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

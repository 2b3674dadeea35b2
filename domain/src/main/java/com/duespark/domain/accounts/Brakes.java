package com.duespark.domain.accounts;

import com.duespark.domain.secrets.SecretTokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The brakes of all addresses that passwords are tried for, with an account or without: whoever is
 * slowed down learns nothing (AUT-03). Of an address a keyed hash is kept. Who takes a lock on an
 * account too takes it after the brake's.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Brakes {

  /** So many addresses at once; further ones push out those that are over soonest. */
  static final int MOST = 100_000;

  private final JdbcClient jdbc;
  private final SecretTokens tokens;

  Brakes(JdbcClient jdbc, SecretTokens tokens) {
    this.jdbc = jdbc;
    this.tokens = tokens;
  }

  /**
   * How long passwords for an address are refused yet; zero when they are not.
   *
   * @param email normalised
   */
  @Transactional(readOnly = true)
  public Duration waitFor(String email) {
    return jdbc.sql("select extract(epoch from login_brake_for(?))")
        .param(hash(email))
        .query((row, index) -> Duration.ofMillis((long) (row.getDouble(1) * 1000)))
        .single();
  }

  /** The brake of an address, locked until the transaction ends. */
  public Brake lock(String email) {
    return lock(email, MOST);
  }

  Brake lock(String email, int most) {
    return jdbc.sql("select failures, failed_since, locked_until from login_brake_lock(?, ?)")
        .params(hash(email), most)
        .query(Brakes::brake)
        .single();
  }

  /** Keeps the brake of an address that was locked before. */
  public void store(String email, Brake brake) {
    jdbc.sql("select 1 from login_brake_store(:address, :failures, :since, :until)")
        .param("address", hash(email))
        .param("failures", brake.failures())
        .param("since", atUtc(brake.failedSince()))
        .param("until", atUtc(brake.lockedUntil()))
        .query(Integer.class)
        .single();
  }

  /** Whoever has proved that the account is theirs may try again at once. */
  public void release(String email) {
    jdbc.sql("select 1 from login_brake_release(?)")
        .param(hash(email))
        .query(Integer.class)
        .single();
  }

  private byte[] hash(String email) {
    return tokens.pseudonym(email);
  }

  private static Brake brake(ResultSet row, int index) throws SQLException {
    @Nullable OffsetDateTime until = row.getObject("locked_until", OffsetDateTime.class);
    return new Brake(
        row.getInt("failures"),
        row.getObject("failed_since", OffsetDateTime.class).toInstant(),
        until == null ? null : until.toInstant());
  }

  private static @Nullable OffsetDateTime atUtc(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}

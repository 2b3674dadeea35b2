package com.duespark.worker.audit;

import com.duespark.domain.audit.AuditKeys;
import com.duespark.domain.audit.Finding;
import com.duespark.domain.audit.Verification;
import com.duespark.domain.platform.Platform;
import com.duespark.domain.secrets.Secrets;
import com.duespark.worker.local.DatabaseSettings;
import com.duespark.worker.local.LocalServices;
import com.duespark.worker.local.LocalSettings;
import com.duespark.worker.local.Settings;
import com.duespark.worker.local.StartRefused;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The command {@code audit verify}: reads the audit log of every business, or of one, and says what
 * is not as it was sealed. Reads as the owner of the tables and writes nothing.
 */
public final class AuditCommand {
  private static final int AS_SEALED = 0;
  private static final int DAMAGED = 1;
  private static final int BAD_INPUT = 2;

  /** Lines of findings, at most; the count at the end is of all. */
  private static final int LINES = 100;

  private final ConfigurableEnvironment environment;
  private final PrintStream out;
  private final PrintStream err;
  private long told;

  public AuditCommand(ConfigurableEnvironment environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  /**
   * Verifies.
   *
   * @param words {@code verify}
   * @return exit code: 0 as it was sealed, 1 not, 2 asked for something else
   * @throws StartRefused when there is no database or no key
   */
  public int run(List<String> words) {
    if (!words.equals(List.of("verify"))) {
      err.println("Say what to do with the audit log: audit verify [--tenant=ID] [--from=DAY]");
      return BAD_INPUT;
    }
    UUID tenant;
    Instant from;
    try {
      tenant = tenant(environment.getProperty("audit.tenant"));
      from = from(environment.getProperty("audit.from"));
    } catch (IllegalArgumentException | DateTimeException e) {
      err.println("--tenant= takes the id of a business, --from= a day like 2026-11-01.");
      return BAD_INPUT;
    }
    LocalSettings settings = LocalSettings.from(environment);
    var database = LocalServices.database(settings, DatabaseSettings.from(environment));
    environment.getPropertySources().addLast(new MapPropertySource("audit", database));
    var keys = new AuditKeys(Settings.bind(environment, "duespark.secret", Secrets.class));
    try (Connection owner = connect()) {
      return verify(owner, keys, tenant, from);
    } catch (SQLException e) {
      throw new StartRefused(
          StartRefused.Reason.BAD_CONFIGURATION,
          "PostgreSQL cannot be read at %s: %s"
              .formatted(property("spring.flyway.url"), e.getMessage()),
          e);
    }
  }

  private static @Nullable UUID tenant(@Nullable String text) {
    return text == null ? null : UUID.fromString(text);
  }

  private static @Nullable Instant from(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        property("spring.flyway.url"),
        property("spring.flyway.user"),
        property("spring.flyway.password"));
  }

  private String property(String name) {
    return environment.getRequiredProperty(name);
  }

  private int verify(
      Connection owner, AuditKeys keys, @Nullable UUID tenant, @Nullable Instant from)
      throws SQLException {
    long begun = System.nanoTime();
    long entries = 0;
    long findings = 0;
    var tenants = tenant == null ? Verification.tenants(owner) : List.of(tenant);
    for (UUID each : tenants) {
      var result = Verification.of(owner, keys, each, from, this::tell);
      entries += result.entries();
      findings += result.findings();
      out.printf(
          "%s: %,d entries in %,d blocks%s%s%s%n",
          each.equals(Platform.ID) ? "the platform's own" : each,
          result.entries(),
          result.blocks(),
          result.erased() == 0
              ? ""
              : ", personal values erased from %,d".formatted(result.erased()),
          result.dropped() == 0
              ? ""
              : ", %,d of their age gone with their months until %s"
                  .formatted(result.dropped(), result.droppedUntil()),
          result.lastBlock() == 0
              ? ""
              : "; ends with block %d, %s".formatted(result.lastBlock(), result.lastHash()));
    }
    if (findings > LINES) {
      out.printf("… and %,d more%n", findings - LINES);
    }
    out.printf(
        "%,d entries of %,d businesses in %.1f s: %s%n",
        entries,
        tenants.size(),
        (System.nanoTime() - begun) / 1e9,
        findings == 0
            ? "everything is as it was sealed."
            : "%,d %s not as sealed."
                .formatted(findings, findings == 1 ? "thing is" : "things are"));
    return findings == 0 ? AS_SEALED : DAMAGED;
  }

  private void tell(Finding finding) {
    told++;
    if (told <= LINES) {
      out.println(finding.tenantId() + ": " + finding);
    }
  }
}

package com.duespark.worker.staff;

import com.duespark.domain.accounts.PlatformRole;
import com.duespark.domain.contacts.Addresses;
import com.duespark.domain.shared.Ids;
import com.duespark.worker.local.DatabaseSettings;
import com.duespark.worker.local.LocalServices;
import com.duespark.worker.local.LocalSettings;
import com.duespark.worker.local.StartRefused;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The command {@code staff}: lists who has a role of the platform, gives one and takes it. Works as
 * the owner of the tables, since the program itself cannot; the next request of that person counts
 * by it.
 */
public final class StaffCommand {
  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int BAD_INPUT = 2;

  private static final String HELP =
      "Say what to do: staff, staff grant EMAIL ADMIN|OPERATOR, or staff revoke EMAIL";

  private final ConfigurableEnvironment environment;
  private final PrintStream out;
  private final PrintStream err;

  public StaffCommand(ConfigurableEnvironment environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  /** What is asked for. */
  private sealed interface Wish {
    record Everyone() implements Wish {}

    record Role(String email, PlatformRole role) implements Wish {}
  }

  /**
   * Lists, gives or takes.
   *
   * @param words nothing, {@code grant EMAIL ROLE} or {@code revoke EMAIL}
   * @return exit code: 0 done, 1 no such account or not one to trust, 2 asked for something else
   * @throws StartRefused when there is no database
   */
  public int run(List<String> words) {
    var wish = wish(words);
    if (wish.isEmpty()) {
      err.println(HELP);
      return BAD_INPUT;
    }
    var database =
        LocalServices.database(LocalSettings.from(environment), DatabaseSettings.from(environment));
    environment.getPropertySources().addLast(new MapPropertySource("staff", database));
    try (Connection owner = connect()) {
      return switch (wish.get()) {
        case Wish.Everyone() -> list(owner);
        case Wish.Role(String email, PlatformRole role) -> set(owner, email, role);
      };
    } catch (SQLException e) {
      throw new StartRefused(
          StartRefused.Reason.BAD_CONFIGURATION,
          "PostgreSQL cannot be read at %s: %s"
              .formatted(property("spring.flyway.url"), e.getMessage()),
          e);
    }
  }

  private static Optional<Wish> wish(List<String> words) {
    if (words.isEmpty()) {
      return Optional.of(new Wish.Everyone());
    }
    if (words.getFirst().equals("grant") && words.size() == 3) {
      return role(words.get(2)).map(role -> new Wish.Role(address(words.get(1)), role));
    }
    return words.getFirst().equals("revoke") && words.size() == 2
        ? Optional.of(new Wish.Role(address(words.get(1)), PlatformRole.NONE))
        : Optional.empty();
  }

  /** NONE is taken, not given. */
  private static Optional<PlatformRole> role(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "ADMIN" -> Optional.of(PlatformRole.ADMIN);
      case "OPERATOR" -> Optional.of(PlatformRole.OPERATOR);
      default -> Optional.empty();
    };
  }

  /** As accounts have it; what is no address is nobody's. */
  private static String address(String text) {
    return Objects.requireNonNullElse(Addresses.email(text), text);
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

  private int list(Connection owner) throws SQLException {
    try (var query =
            owner.prepareStatement(
                """
                select platform_role, email, display_name, status from users
                where platform_role <> 'NONE' order by platform_role, email
                """);
        var rows = query.executeQuery()) {
      int people = 0;
      for (; rows.next(); people++) {
        out.printf(
            "%-10s%s  %s%s%n",
            rows.getString("platform_role"),
            rows.getString("email"),
            rows.getString("display_name"),
            rows.getString("status").equals("ACTIVE") ? "" : " (account closed)");
      }
      if (people == 0) {
        out.println("Nobody has a role of the platform. staff grant EMAIL ADMIN gives one.");
      }
      return DONE;
    }
  }

  private int set(Connection owner, String email, PlatformRole role) throws SQLException {
    try (var change = owner.prepareStatement("select platform_role_set(?, ?, ?, ?)")) {
      change.setObject(1, Ids.next());
      change.setString(2, email);
      change.setString(3, role.name());
      change.setString(4, System.getProperty("user.name"));
      try (var row = change.executeQuery()) {
        row.next();
        return tell(row.getString(1), email, role);
      }
    }
  }

  private int tell(String became, String email, PlatformRole role) {
    return switch (became) {
      case "DONE" -> {
        out.println(
            role == PlatformRole.NONE
                ? "%s has no role of the platform any more.".formatted(email)
                : "%s is %s of the platform from the next request on.".formatted(email, role));
        yield DONE;
      }
      case "UNCHANGED" -> {
        out.println(
            role == PlatformRole.NONE
                ? "%s has no role of the platform.".formatted(email)
                : "%s is %s of the platform already.".formatted(email, role));
        yield DONE;
      }
      case "UNCONFIRMED" -> refuse("%s has not confirmed the address yet; then try again.", email);
      case "CLOSED" -> refuse("The account of %s is closed.", email);
      default -> refuse("Nobody here has an account with the address %s.", email);
    };
  }

  private int refuse(String words, String email) {
    err.println(words.formatted(email));
    return REFUSED;
  }
}

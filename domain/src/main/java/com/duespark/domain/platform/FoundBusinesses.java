package com.duespark.domain.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Businesses of which the id or a member is known; for whoever is no administrator of the platform
 * there is none.
 */
@Repository
@Transactional(readOnly = true)
public class FoundBusinesses {

  /** Nobody is a member of more. */
  private static final int MOST = 100;

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

  private final JdbcClient jdbc;

  FoundBusinesses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The business of that id, or those that the person of that address is a member of, oldest first.
   *
   * @param who the administrator
   */
  public List<FoundBusiness> find(UUID who, String idOrAddress) {
    var asked = idOrAddress.strip();
    return ID.matcher(asked).matches()
        ? found(who, UUID.fromString(asked), null)
        : found(who, null, asked.toLowerCase(Locale.ROOT));
  }

  public Optional<FoundBusiness> find(UUID who, UUID id) {
    return found(who, id, null).stream().findFirst();
  }

  private List<FoundBusiness> found(UUID who, @Nullable UUID id, @Nullable String address) {
    return jdbc.sql("select * from businesses_found(:who, :id::uuid, :address::text, :most)")
        .param("who", who)
        .param("id", id)
        .param("address", address)
        .param("most", MOST)
        .query(FoundBusiness.class)
        .list();
  }
}

package com.duespark.domain.inbox;

import com.duespark.domain.secrets.Sealed;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Seals what providers told again: what the key before the one in use sealed (SEC-02), and what was
 * stored before anything was sealed (PRV-02). Each event by itself; several processes at once share
 * the work.
 */
@Repository
public class EventSeals {

  private static final Logger LOG = LoggerFactory.getLogger(EventSeals.class);

  private static final int PAGE = 500;

  private static final UUID FIRST = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final Sealed box;
  private final Payloads payloads;

  private record Kept(UUID id, String payload) {}

  public EventSeals(JdbcClient jdbc, Sealed box) {
    this.jdbc = jdbc;
    this.box = box;
    payloads = new Payloads(box);
  }

  /**
   * Seals again; what was tampered with is named in the log and left.
   *
   * @return how many events
   */
  public int sealAgain() {
    int done = 0;
    for (int version : box.versionsBefore()) {
      done += sealAgain(version);
    }
    return done;
  }

  private int sealAgain(int version) {
    int done = 0;
    var after = FIRST;
    List<Kept> page;
    do {
      page = sealedBy(version, after);
      for (var event : page) {
        done += sealAgain(event) ? 1 : 0;
        after = event.id();
      }
    } while (page.size() == PAGE);
    return done;
  }

  private List<Kept> sealedBy(int version, UUID after) {
    return jdbc.sql("select id, payload from webhooks_sealed_by(:key, :after, :most)")
        .param("key", version)
        .param("after", after)
        .param("most", PAGE)
        .query(Kept.class)
        .list();
  }

  /** False when somebody else was faster too. */
  private boolean sealAgain(Kept event) {
    String sealed;
    try {
      sealed = payloads.seal(payloads.open(event.payload()));
    } catch (IllegalStateException e) {
      LOG.error(
          "event {} cannot be sealed with the new key: {}; is duespark.secret.encryption-previous the one before?",
          event.id(),
          e.getMessage());
      return false;
    }
    return jdbc.sql("select webhook_seal(?, ?::jsonb, ?::jsonb)")
        .params(event.id(), event.payload(), sealed)
        .query(Boolean.class)
        .single();
  }
}

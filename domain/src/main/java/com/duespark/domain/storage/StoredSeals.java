package com.duespark.domain.storage;

import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.shared.Json;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Seals what is confidential in businesses' rows again: what the key before the one in use sealed
 * (SEC-02), and what was stored before anything was sealed (PRV-02). Each row in a transaction of
 * its own; several processes at once share the work.
 */
@Repository
public class StoredSeals {

  private static final Logger LOG = LoggerFactory.getLogger(StoredSeals.class);

  private static final int PAGE = 500;

  private static final UUID FIRST = new UUID(0, 0);

  /**
   * Where confidential texts are stored; V030 names the same places.
   *
   * @param tenant the column that says whose a row is
   * @param texts where they are in a document; none when the column is the text itself
   */
  private record Place(
      String kind, String table, String column, String tenant, List<JsonPointer> texts) {

    static Place of(String kind, String table, String column, String tenant, String... texts) {
      return new Place(
          kind, table, column, tenant, Stream.of(texts).map(JsonPointer::compile).toList());
    }

    String type() {
      return texts.isEmpty() ? "text" : "jsonb";
    }
  }

  private static final List<Place> PLACES =
      List.of(
          Place.of("contacts", "contacts", "tax_id", "tenant_id"),
          Place.of(
              "documents",
              "invoices",
              "document",
              "tenant_id",
              "/seller/taxId",
              "/buyer/taxId",
              "/howToPay/bankDetails"),
          Place.of(
              "settings",
              "tenants",
              "settings_json",
              "id",
              "/company/taxId",
              "/payments/bankDetails/bankName",
              "/payments/bankDetails/accountName",
              "/payments/bankDetails/accountNumber",
              "/payments/bankDetails/branch",
              "/payments/bankDetails/iban",
              "/payments/bankDetails/swift"));

  private record Row(UUID tenantId, UUID id) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Sealed box;

  public StoredSeals(JdbcClient jdbc, PlatformTransactionManager transactions, Sealed box) {
    this.jdbc = jdbc;
    this.box = box;
    transaction = new TransactionTemplate(transactions);
  }

  /**
   * Seals again; what was tampered with is named in the log and left.
   *
   * @return how many rows
   */
  public int sealAgain() {
    int done = 0;
    for (var place : PLACES) {
      for (int version : box.versionsBefore()) {
        done += sealAgain(place, version);
      }
    }
    return done;
  }

  private int sealAgain(Place place, int version) {
    int done = 0;
    var after = FIRST;
    List<Row> page;
    do {
      page = sealedBy(version, place, after);
      for (var row : page) {
        done += sealAgain(place, row) ? 1 : 0;
        after = row.id();
      }
    } while (page.size() == PAGE);
    return done;
  }

  private List<Row> sealedBy(int version, Place place, UUID after) {
    return jdbc.sql("select tenant_id, id from things_sealed_by(:kind, :key, :after, :most)")
        .param("kind", place.kind())
        .param("key", version)
        .param("after", after)
        .param("most", PAGE)
        .query(Row.class)
        .list();
  }

  private boolean sealAgain(Place place, Row row) {
    return Objects.requireNonNull(
        transaction.execute(
            running -> {
              jdbc.sql("select set_config('app.tenant_id', ?, true)")
                  .param(row.tenantId().toString())
                  .query(String.class)
                  .single();
              return lock(place, row).stream().anyMatch(stored -> sealAgain(place, row, stored));
            }));
  }

  /** None when it is gone. */
  private List<String> lock(Place place, Row row) {
    return jdbc.sql(
            "select %s::text from %s where %s = ? and id = ? and %s is not null for no key update"
                .formatted(place.column(), place.table(), place.tenant(), place.column()))
        .params(row.tenantId(), row.id())
        .query(String.class)
        .list();
  }

  private boolean sealAgain(Place place, Row row, String stored) {
    String sealed;
    try {
      sealed = place.texts().isEmpty() ? resealed(stored) : resealed(place, stored);
    } catch (IllegalStateException e) {
      LOG.error(
          "{} of {} {} cannot be sealed with the new key: {}; is duespark.secret.encryption-previous the one before?",
          place.column(),
          place.table(),
          row.id(),
          e.getMessage());
      return false;
    }
    jdbc.sql(
            "update %s set %s = ?::%s where %s = ? and id = ?"
                .formatted(place.table(), place.column(), place.type(), place.tenant()))
        .params(sealed, row.tenantId(), row.id())
        .update();
    return true;
  }

  private String resealed(Place place, String document) {
    var tree = Json.tree(document);
    for (var text : place.texts()) {
      if (tree.at(text.head()) instanceof ObjectNode parent && tree.at(text).isString()) {
        parent.put(text.last().getMatchingProperty(), resealed(tree.at(text).asString()));
      }
    }
    return Json.write(tree);
  }

  private String resealed(String text) {
    return box.seal(box.open(text));
  }
}

package com.duespark.domain.reconcile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every thing that needs a workflow, over all tenants. Each list is a page in the order of ids,
 * after the id that the page before ended with.
 */
@Repository
@Transactional
public class OpenThings {

  /** A thing of a tenant. */
  public record Open(UUID tenantId, UUID id) {}

  /** Comes before every id. */
  public static final UUID BEGINNING = new UUID(0, 0);

  private final JdbcClient jdbc;

  public OpenThings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Invoices that are scheduled, being sent or waiting for payment, or have a command, a message or
   * a payment that is not at its end.
   */
  public List<Open> invoices(UUID after, int atMost) {
    return page("select tenant_id, id from invoices_to_run(?, ?)", after, atMost);
  }

  /**
   * Customers who owe, or for whom a command of their reminders or a reminder is not at its end.
   */
  public List<Open> contacts(UUID after, int atMost) {
    return page("select tenant_id, id from contacts_to_run(?, ?)", after, atMost);
  }

  /** Accounts at a payment provider whose key nobody has answered for yet. */
  public List<Open> connections(UUID after, int atMost) {
    return page("select tenant_id, id from connections_to_run(?, ?)", after, atMost);
  }

  /** Privacy requests that are not at their end, or whose copy is still there. */
  public List<Open> privacyRequests(UUID after, int atMost) {
    return page("select tenant_id, id from privacy_requests_to_run(?, ?)", after, atMost);
  }

  /** Exports that are not written yet, or whose archive is still there. */
  public List<Open> exports(UUID after, int atMost) {
    return page("select tenant_id, id from exports_to_run(?, ?)", after, atMost);
  }

  private List<Open> page(String sql, UUID after, int atMost) {
    return jdbc.sql(sql).params(after, atMost).query(Open.class).list();
  }

  /** Mails about accounts that have not ended. */
  public List<UUID> accountMails(UUID after, int atMost) {
    return ids("select id from account_mails_to_run(?, ?)", after, atMost);
  }

  /** Test businesses on their way to a later moment. */
  public List<UUID> testClocks(UUID after, int atMost) {
    return ids("select id from test_clocks_to_run(?, ?)", after, atMost);
  }

  /** Businesses that were closed and are not erased. */
  public List<UUID> closings(UUID after, int atMost) {
    return ids("select id from closings_to_run(?, ?)", after, atMost);
  }

  private List<UUID> ids(String sql, UUID after, int atMost) {
    return jdbc.sql(sql).params(after, atMost).query(UUID.class).list();
  }

  /**
   * Has events told again that a workflow was told longer ago than this and never booked.
   *
   * @return how many
   */
  public int tellAgain(Duration quiet) {
    return jdbc.sql("select webhooks_tell_again(make_interval(secs => ?))")
        .param(quiet.toSeconds())
        .query(Integer.class)
        .single();
  }

  /** The id of the Temporal namespace that everything was last found or started in. */
  public Optional<String> reconciledNamespace() {
    return jdbc.sql("select id from reconciled_namespace() id where id is not null")
        .query(String.class)
        .optional();
  }

  public void reconciled(String namespaceId) {
    jdbc.sql("select namespace_reconciled(?)").param(namespaceId).query().singleRow();
  }
}

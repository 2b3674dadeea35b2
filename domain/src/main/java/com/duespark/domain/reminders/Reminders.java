package com.duespark.domain.reminders;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.duespark.domain.reminders.Customer.Open;
import com.duespark.domain.reminders.Plan.Planned;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Json;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reminders of the bound tenant. Only a customer's cadence writes them, with the contact's row
 * locked.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Reminders {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  Reminders(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** A reminder that a message carries. */
  public record Bound(UUID id, UUID invoiceId, String stepKey, Stage stage, Instant sendAt) {}

  // ------------------------------------------------------------------ the plan

  /**
   * Stores what the plan says that the rows do not say yet, with the facts it was made from; what
   * it no longer says is canceled.
   */
  public void write(Customer customer, Plan plan, Instant now) {
    var byId = customer.invoices().stream().collect(toMap(Open::id, open -> open));
    var together =
        plan.reminders().stream()
            .filter(planned -> planned.message() != 0)
            .collect(groupingBy(Planned::message, mapping(Planned::invoiceId, toList())));
    upsert(
        plan.reminders().stream()
            .filter(planned -> isNews(planned, byId.get(planned.invoiceId())))
            .toList(),
        customer,
        byId,
        together,
        now);
    var kept =
        plan.reminders().stream()
            .map(planned -> key(planned.invoiceId(), planned.step().key()))
            .collect(toSet());
    for (var invoice : customer.invoices()) {
      invoice.decided().entrySet().stream()
          .filter(decided -> decided.getValue().status().isOpen())
          .map(Map.Entry::getKey)
          .filter(step -> !kept.contains(key(invoice.id(), step)))
          .forEach(step -> cancel(invoice, step));
    }
  }

  private static String key(UUID invoiceId, String step) {
    return invoiceId + " " + step;
  }

  private static boolean isNews(Planned planned, @Nullable Open invoice) {
    var before = invoice == null ? null : invoice.decided().get(planned.step().key());
    return before == null
        || before.status() != planned.status()
        || !before.sendAt().equals(planned.sendAt())
        || before.tone() != planned.tone()
        || before.channel() != planned.channel()
        || before.heldBy() != planned.heldBy()
        || !Objects.equals(before.askedAt(), planned.askedAt())
        || before.skipReason() != planned.skipReason()
        || !before.reasons().equals(planned.reasons());
  }

  /** A row that is out, or has ended, is never written over; a new slot counts its tries anew. */
  private void upsert(
      List<Planned> rows,
      Customer customer,
      Map<UUID, Open> invoices,
      Map<Integer, List<UUID>> together,
      Instant now) {
    batch.batchUpdate(
        """
        insert into reminders as r
          (id, tenant_id, contact_id, invoice_id, policy_id, step_key, cycle, stage, offset_days,
           template_id, tone, channel, send_at, status, held_by, asked_at, skip_reason, reasons,
           decided_at, evidence)
        values (?, current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?,
          ?::jsonb)
        on conflict (tenant_id, invoice_id, cycle, step_key) do update set
          policy_id = excluded.policy_id, stage = excluded.stage,
          offset_days = excluded.offset_days, template_id = excluded.template_id,
          tone = excluded.tone, channel = excluded.channel, send_at = excluded.send_at,
          attempts = case when r.send_at = excluded.send_at then r.attempts else 0 end,
          status = excluded.status, held_by = excluded.held_by,
          asked_at = excluded.asked_at, skip_reason = excluded.skip_reason,
          reasons = excluded.reasons,
          decided_at = excluded.decided_at, evidence = excluded.evidence,
          send_now_at = case when excluded.status = 'SCHEDULED' then r.send_now_at end,
          version = r.version + 1
        where r.status in ('SCHEDULED', 'HELD', 'SKIPPED')
        """,
        rows,
        100,
        (statement, row) -> {
          var step = row.step();
          var invoice = Objects.requireNonNull(invoices.get(row.invoiceId()));
          int at = 0;
          statement.setObject(++at, Ids.next());
          statement.setObject(++at, customer.contactId());
          statement.setObject(++at, row.invoiceId());
          statement.setObject(++at, invoice.policy().id());
          statement.setString(++at, step.key());
          statement.setInt(++at, row.cycle());
          statement.setString(++at, step.stage().name());
          statement.setInt(++at, step.offsetDays());
          statement.setObject(++at, step.templateId());
          statement.setString(++at, row.tone().name());
          statement.setString(++at, row.channel().name());
          statement.setTimestamp(++at, Timestamp.from(row.sendAt()));
          statement.setString(++at, row.status().name());
          statement.setString(++at, row.heldBy() == null ? null : row.heldBy().name());
          statement.setTimestamp(
              ++at, row.askedAt() == null ? null : Timestamp.from(row.askedAt()));
          statement.setString(++at, row.skipReason() == null ? null : row.skipReason().name());
          statement.setString(++at, Json.write(row.reasons()));
          statement.setTimestamp(++at, Timestamp.from(now));
          statement.setString(
              ++at,
              evidence(
                  customer, invoice, row, together.getOrDefault(row.message(), List.of()), now));
        });
  }

  private static String evidence(
      Customer customer, Open invoice, Planned row, List<UUID> together, Instant now) {
    var others = together.stream().filter(id -> !id.equals(invoice.id())).distinct().toList();
    return Json.write(Evidence.of(customer, invoice, row.sendAt(), now, others));
  }

  private void cancel(Open invoice, String step) {
    cancel(
        invoice.id(),
        "and cycle = :cycle and step_key = :step",
        Map.of("cycle", invoice.cycle(), "step", step),
        "Its step is no longer part of the plan");
  }

  /** Ends everything of an invoice that has not left (REM-30). */
  void cancelAll(UUID invoiceId, String why) {
    cancel(invoiceId, "", Map.of(), why);
  }

  private void cancel(UUID invoiceId, String which, Map<String, ?> parameters, String why) {
    jdbc.sql(
            """
            update reminders
            set status = 'CANCELED', reasons = reasons || :reason::jsonb, send_now_at = null,
              decided_at = business_now(), version = version + 1
            where tenant_id = current_tenant() and invoice_id = :invoice
              and status in ('SCHEDULED', 'HELD')
            """
                + which)
        .param("invoice", invoiceId)
        .param("reason", Json.write(List.of(new Reason(Reason.Code.CANCELED, why))))
        .params(parameters)
        .update();
  }

  // ------------------------------------------------------------------ a message

  /**
   * Binds the steps of one message to it. From then on none of them can be claimed again (IDM-04).
   *
   * @param customer the facts of this moment; kept with the rows, since they decided
   * @return how often the slot was tried, this time included
   */
  public int bind(List<Planned> due, UUID deliveryId, Customer customer, Instant now) {
    int tries = 1;
    var byId = customer.invoices().stream().collect(toMap(Open::id, open -> open));
    var together = due.stream().map(Planned::invoiceId).toList();
    for (var planned : due) {
      var invoice = Objects.requireNonNull(byId.get(planned.invoiceId()));
      tries =
          Math.max(
              tries,
              jdbc.sql(
                      """
                      update reminders set status = 'SENDING', delivery_id = :delivery,
                        claimed_at = :now, decided_at = :now, evidence = :evidence::jsonb,
                        attempts = attempts + 1, version = version + 1
                      where tenant_id = current_tenant() and invoice_id = :invoice
                        and cycle = :cycle and step_key = :step and status = 'SCHEDULED'
                        and delivery_id is null
                      returning attempts
                      """)
                  .param("delivery", deliveryId)
                  .param("now", Timestamp.from(now))
                  .param("evidence", evidence(customer, invoice, planned, together, now))
                  .param("invoice", planned.invoiceId())
                  .param("cycle", planned.cycle())
                  .param("step", planned.step().key())
                  .query(Integer.class)
                  .single());
    }
    return tries;
  }

  /** The message of a customer whose outcome is not known yet. */
  public Optional<UUID> leaving(UUID contactId) {
    return jdbc.sql(
            """
            select delivery_id from reminders
            where tenant_id = current_tenant() and contact_id = :contact and status = 'SENDING'
            order by claimed_at limit 1
            """)
        .param("contact", contactId)
        .query(UUID.class)
        .optional();
  }

  /** The steps that a message carries. */
  public List<Bound> boundTo(UUID deliveryId) {
    return jdbc.sql(
            """
            select id, invoice_id, step_key, stage, send_at from reminders
            where tenant_id = current_tenant() and delivery_id = :delivery
            order by id limit 2000
            """)
        .param("delivery", deliveryId)
        .query(Bound.class)
        .list();
  }

  public void sent(UUID deliveryId, Instant now) {
    end(deliveryId, "status = 'SENT', sent_at = :now", Map.of("now", Timestamp.from(now)));
  }

  public void unknown(UUID deliveryId) {
    end(deliveryId, "status = 'UNKNOWN'", Map.of());
  }

  /** The provider will never take it. */
  public void failed(UUID deliveryId) {
    end(deliveryId, "status = 'FAILED', delivery_id = null", Map.of());
  }

  /** The provider surely did not take it: the steps are free to be planned and claimed anew. */
  public void released(UUID deliveryId) {
    end(deliveryId, "status = 'SCHEDULED', delivery_id = null, claimed_at = null", Map.of());
  }

  private void end(UUID deliveryId, String change, Map<String, ?> parameters) {
    jdbc.sql(
            "update reminders set "
                + change
                + ", decided_at = business_now(), version = version + 1 where tenant_id = current_tenant()"
                + " and delivery_id = :delivery and status in ('SENDING', 'UNKNOWN')")
        .param("delivery", deliveryId)
        .params(parameters)
        .update();
  }
}

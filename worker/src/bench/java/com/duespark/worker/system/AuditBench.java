package com.duespark.worker.system;

import static org.awaitility.Awaitility.await;

import com.duespark.worker.system.Figures.Goal;
import java.time.Duration;
import java.util.UUID;

/** A million entries are sealed and verified; then one byte of one is flipped (BEY-15). */
final class AuditBench implements Chapter {
  private static final int ENTRIES = 1_000_000;
  private static final int AT_ONCE = 50_000;

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public Figures measure() throws Exception {
    try (Launched installation = Launched.started(name())) {
      Database database = installation.database();
      String tenant = UUID.randomUUID().toString();
      long begun = System.nanoTime();
      for (int from = 0; from < ENTRIES; from += AT_ONCE) {
        write(database, tenant, from);
      }
      double written = seconds(begun);
      await()
          .atMost(Duration.ofMinutes(30))
          .pollInterval(Duration.ofMillis(200))
          .until(() -> database.count("select count(*) from audit_unsealed") == 0);
      double sealed = seconds(begun);

      var whole = installation.command("audit", "verify");
      require(whole, 0, "as it was sealed");
      String victim =
          database
              .ask(
                  "select entry_id from audit_places where tenant_id = ?::uuid and place = 700123",
                  tenant)
              .getFirst();
      database.tamper(
          "update audit_log set request_id = overlay(request_id placing 'X' from 1) where id = ?::uuid",
          victim);
      var flipped = installation.command("audit", "verify", "--tenant=" + tenant);
      require(flipped, 1, "ALTERED entry " + victim + " at place 700123");

      return new Figures()
          .add("entries", "%,d".formatted(ENTRIES))
          .add("written and sealed meanwhile, a second", Figures.number(ENTRIES / sealed))
          .add(
              "the last one waits for its seal, after the end of writing",
              Figures.number(sealed - written) + " s")
          .add(
              "`./duespark audit verify`, its start included",
              seconds(whole),
              " s",
              Goal.atMost(60))
          .add(
              "the same with one byte of one entry flipped",
              seconds(flipped),
              " s",
              Goal.atMost(60))
          .add("findings, of them the entry itself", findings(flipped) + ", 1");
    }
  }

  private static void write(Database database, String tenant, int from) {
    database.count(
        """
        with written as (
          insert into audit_log (id, tenant_id, actor, action, entity_type, entity_id, before, after,
            ip_address, request_id, created_at, salts)
          select uuidv7(), ?::uuid, '019a0000-0000-7000-8000-000000000001', 'contact.updated', 'contact',
            gen_random_uuid(),
            jsonb_build_object('displayName', 'Customer ' || n, 'paymentTermsDays', mod(n, 60)),
            jsonb_build_object('displayName', 'Customer ' || n || ' Limited', 'paymentTermsDays', mod(n, 61)),
            '203.0.113.' || mod(n, 250), 'r-' || md5(n::text), now() - make_interval(secs => (%d - n) / 1000.0),
            jsonb_build_object('ip_address', replace(gen_random_uuid()::text, '-', ''),
              'before/displayName', replace(gen_random_uuid()::text, '-', ''),
              'after/displayName', replace(gen_random_uuid()::text, '-', ''))
          from generate_series(?::int + 1, ?::int + %d) as n
          returning 1)
        select count(*) from written
        """
            .formatted(ENTRIES, AT_ONCE),
        tenant,
        Integer.toString(from),
        Integer.toString(from));
  }

  private static void require(Launched.Ended ended, int code, String words) {
    if (ended.code() != code || !ended.output().contains(words)) {
      throw new IllegalStateException(
          "Ended with %d and said %s".formatted(ended.code(), ended.output()));
    }
  }

  /** From the last line: "1 thing is not as sealed". */
  private static String findings(Launched.Ended ended) {
    return ended.output().replaceFirst("(?s).*: ([\\d,]+) things? (is|are) not as sealed.*", "$1");
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static double seconds(Launched.Ended ended) {
    return ended.took().toNanos() / 1e9;
  }
}

package com.duespark.api.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.api.shared.ApiTest;
import com.duespark.api.shared.Door;
import com.duespark.api.shared.Door.Answer;
import com.duespark.api.shared.Door.Person;
import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.storage.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking for exports, taking them back, fetching them: EP-159. Making them is another test's. */
@ApiTest
class ExportsTest {

  private static final String EXPORT = "/v1/export";

  private static final byte[] ZIP = "PK".getBytes(StandardCharsets.US_ASCII);

  @Autowired Door door;
  @Autowired Sealed box;

  private final JdbcClient database = JdbcClient.create(TestDatabase.owner());

  private Person owner;

  @BeforeEach
  void found() {
    owner = door.owner();
  }

  private String ask() {
    return owner.post(EXPORT, "{}").expect(202).text("/data/job_id");
  }

  private static String at(String id) {
    return EXPORT + "/" + id;
  }

  // ------------------------------------------------------------------ asking

  @Test
  void anExportIsKeptToldToItsWorkflowAndAudited() {
    var asked = owner.post(EXPORT, "{\"documents\":false}").expect(202);
    var id = asked.text("/data/job_id");

    assertThat(asked.text("/data/status")).isEqualTo("QUEUED");
    assertThat(asked.data().path("documents").asBoolean()).isFalse();
    assertThat(asked.data().path("download_url").isNull()).isTrue();
    assertThat(asked.data().path("allowed_actions").toString()).isEqualTo("[\"CANCEL\"]");
    assertThat(owner.get(at(id)).expect(200).data()).isEqualTo(asked.data());
    assertThat(owner.get(EXPORT).expect(200).data()).hasSize(1);
    assertThat(told(id)).isEqualTo(1);
    assertThat(audited(id)).containsExactly("export.started");
    assertThat(events(id)).containsExactly("export.started");
  }

  @Test
  void withoutABodyThePapersAreInIt() {
    var asked = owner.post(EXPORT, "").expect(202);

    assertThat(asked.data().path("documents").asBoolean()).isTrue();
  }

  @Test
  void oneIsMadeAtATimeAlsoWhenTwoAskAtOnce() throws Exception {
    Callable<Integer> asking = () -> owner.post(EXPORT, "{}").status();
    try (var threads = Executors.newFixedThreadPool(4)) {
      assertThat(threads.invokeAll(List.of(asking, asking, asking, asking)))
          .extracting(answer -> answer.get())
          .containsExactlyInAnyOrder(202, 409, 409, 409);
    }

    assertThat(owner.post(EXPORT, "{}").expect(409).text("/error/details/0/code"))
        .isEqualTo("EXPORT_UNDER_WAY");
    door.owner().post(EXPORT, "{}").expect(202);
  }

  @Test
  void theSameKeyAsksOnce() {
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

    var first = owner.post(EXPORT, "{}", key).expect(202);
    var again = owner.post(EXPORT, "{}", key).expect(202);

    assertThat(again.data()).isEqualTo(first.data());
    owner.post(EXPORT, "{\"documents\":false}", key).expect(409);
  }

  @Test
  void whatWasTakenBackCanBeAskedAgain() {
    var id = ask();

    var canceled = owner.post(at(id) + "/cancel", "{}").expect(200);
    owner.post(at(id) + "/cancel", "{}").expect(200);

    assertThat(canceled.text("/data/status")).isEqualTo("FAILED");
    assertThat(canceled.text("/data/failure")).isEqualTo("CANCELED");
    assertThat(canceled.data().path("allowed_actions")).isEmpty();
    assertThat(audited(id)).containsExactly("export.started", "export.canceled");
    assertThat(told(id)).isEqualTo(2);
    ask();
  }

  @Test
  void whatIsMadeIsNotTakenBack() {
    var id = ready(ZIP);

    assertThat(owner.post(at(id) + "/cancel", "{}").expect(409).text("/error/details/0/code"))
        .isEqualTo("DONE");
  }

  @ParameterizedTest
  @CsvSource({"ADMIN, 202, 200", "STAFF, 403, 403", "AGENT, 403, 403", "VIEWER, 403, 403"})
  void ownersAndAdminsAloneExport(String role, int create, int read) {
    var member = door.member(owner, role);

    member.post(EXPORT, "{}").expect(create);
    member.get(EXPORT).expect(read);
  }

  @Test
  void anothersExportIsUnknown() {
    var id = ready(ZIP);
    var stranger = door.owner();

    stranger.get(at(id)).expect(404);
    stranger.post(at(id) + "/cancel", "{}").expect(404);
    assertThat(stranger.get(EXPORT).expect(200).data()).isEmpty();
  }

  // ------------------------------------------------------------------ fetching

  @Test
  void whoHasTheLinkGetsTheArchiveWholeAndIsNoted() {
    var first = new byte[1 << 20];
    Arrays.fill(first, (byte) 'a');
    byte[] last = "the end".getBytes(StandardCharsets.US_ASCII);
    var id = ready(first, last);
    var export = owner.get(at(id)).expect(200);
    var link = export.text("/data/download_url");

    var file = fetch(link).expect(200);

    assertThat(file.raw().getContentAsByteArray()).isEqualTo(together(first, last));
    assertThat(file.header("Content-Type")).isEqualTo("application/zip");
    assertThat(file.header("Content-Length")).isEqualTo("" + (first.length + last.length));
    assertThat(file.header("Cache-Control")).isEqualTo("no-store");
    assertThat(file.header("Content-Disposition")).startsWith("attachment; filename=\"duespark-");
    assertThat(audited(id)).containsExactly("export.downloaded");
    assertThat(
            database
                .sql("select actor from audit_log where entity_id = ?")
                .param(UUID.fromString(id))
                .query(String.class)
                .single())
        .isEqualTo(owner.userId().toString());
    assertThat(Instant.parse(export.text("/data/expires_at")))
        .isBetween(
            Instant.now().plus(Duration.ofHours(22)), Instant.now().plus(Duration.ofHours(24)));
  }

  private static byte[] together(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @Test
  void whatOpensNothingLooksAlike() {
    var gone = ready(ZIP);
    var link = owner.get(at(gone)).expect(200).text("/data/download_url");
    set(gone, "status = 'EXPIRED'");
    var over = ready(ZIP);
    var lateLink = owner.get(at(over)).expect(200).text("/data/download_url");
    set(over, "ready_until = now()");

    var refused = fetch(link).expect(404);
    assertThat(refused.text("/error/code")).isEqualTo("LINK_EXPIRED");
    assertThat(fetch(lateLink).expect(404).body().path("error"))
        .isEqualTo(refused.body().path("error"));
    assertThat(fetch(link + "x").expect(404).body().path("error"))
        .isEqualTo(refused.body().path("error"));
    assertThat(fetch("https://x.example/v1/export-files/nonsense").expect(404).body().path("error"))
        .isEqualTo(refused.body().path("error"));
    assertThat(owner.get(at(over)).expect(200).data().path("download_url").isNull()).isTrue();
    assertThat(audited(gone)).isEmpty();
  }

  @Test
  void whoTriesLinksIsSlowedDown() {
    var guesser = door.stranger();
    for (int i = 0; i < 60; i++) {
      guesser.get("/v1/export-files/guess" + i).expect(404);
    }

    assertThat(guesser.get("/v1/export-files/guess").expect(429).header("Retry-After")).isNotNull();
    var link = owner.get(at(ready(ZIP))).text("/data/download_url");
    fetch(link).expect(200);
  }

  /** Without a token, from an address of its own. */
  private Answer fetch(String link) {
    return door.stranger().get(URI.create(link).getPath());
  }

  // ------------------------------------------------------------------ words of these tests

  /** An archive as its workflow leaves it. */
  private String ready(byte[]... parts) {
    var id = Ids.next();
    var attempt = Ids.next();
    var tenant = owner.tenantId();
    int bytes = together(parts).length;
    database
        .sql(
            """
            insert into exports (id, tenant_id, status, documents, attempt, percent, row_count,
              size_bytes, ready_at, ready_until, requested_by)
            values (?, ?, 'READY', true, ?, 100, 7, ?, now(), now() + interval '7 days', ?)
            """)
        .params(id, tenant, attempt, bytes, owner.userId())
        .update();
    for (int part = 0; part < parts.length; part++) {
      database
          .sql(
              """
              insert into export_parts (tenant_id, export_id, attempt, part, content)
              values (?, ?, ?, ?, ?)
              """)
          .params(tenant, id, attempt, part, box.seal(parts[part]))
          .update();
    }
    return id.toString();
  }

  private void set(String id, String what) {
    database
        .sql("update exports set %s where id = ?".formatted(what))
        .param(UUID.fromString(id))
        .update();
  }

  private int told(String id) {
    return database
        .sql("select count(*) from outbox_messages where workflow_id = ?")
        .param("export/" + id)
        .query(Integer.class)
        .single();
  }

  private List<String> audited(String id) {
    return database
        .sql("select action from audit_log where entity_id = ? order by id")
        .param(UUID.fromString(id))
        .query(String.class)
        .list();
  }

  private List<String> events(String id) {
    return database
        .sql("select event_name from analytics_events where properties ->> 'export_id' = ?")
        .param(id)
        .query(String.class)
        .list();
  }
}

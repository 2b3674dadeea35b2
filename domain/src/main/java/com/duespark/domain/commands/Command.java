package com.duespark.domain.commands;

import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.storage.JsonText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.domain.Persistable;
import org.springframework.data.relational.core.mapping.Table;

/** One command of the ledger: OPEN until it was applied (DONE) or a rule said no (REFUSED). */
@Table("commands")
public class Command implements Persistable<UUID> {

  /** How far it got. */
  public enum Status {
    OPEN,
    DONE,
    REFUSED
  }

  @Id private UUID id;
  private UUID tenantId;
  private String entityType;
  private UUID entityId;
  private CommandKind kind;
  private JsonText body;
  private String actor;
  private @Nullable String requestId;
  private Status status;
  private @Nullable JsonText result;
  private @Nullable Instant finishedAt;
  @Transient private boolean fresh;

  @SuppressWarnings("NullAway.Init") // filled by Spring Data
  private Command() {}

  /**
   * A new command.
   *
   * @param entityId the invoice or contact that it is asked of
   * @param actor as in the audit log: user id, {@code api_key:<id>}, {@code portal}, {@code system}
   */
  public static Command of(
      UUID tenantId, UUID entityId, CommandBody body, String actor, @Nullable String requestId) {
    var command = new Command();
    command.fresh = true;
    command.id = Ids.next();
    command.tenantId = tenantId;
    command.kind = CommandKind.of(body);
    command.entityType = command.kind.entity().name();
    command.entityId = entityId;
    command.body = new JsonText(Json.write(body));
    command.actor = actor;
    command.requestId = requestId;
    command.status = Status.OPEN;
    return command;
  }

  public Command done(CommandResult outcome, Instant now) {
    return finish(Status.DONE, outcome, now);
  }

  public Command refused(Refused refusal, Instant now) {
    return finish(Status.REFUSED, CommandResult.refused(refusal), now);
  }

  private Command finish(Status end, CommandResult outcome, Instant now) {
    status = end;
    result = new JsonText(Json.write(outcome));
    finishedAt = now;
    return this;
  }

  /** What it asks for, of the expected family. */
  public <T extends CommandBody> T read(Class<T> family) {
    return family.cast(Json.read(body.value(), kind.body()));
  }

  public boolean isOpen() {
    return status == Status.OPEN;
  }

  public boolean isRefused() {
    return status == Status.REFUSED;
  }

  public @Nullable CommandResult result() {
    return result == null ? null : Json.read(result.value(), CommandResult.class);
  }

  public UUID tenantId() {
    return tenantId;
  }

  public UUID entityId() {
    return entityId;
  }

  public String entityType() {
    return entityType;
  }

  public CommandKind kind() {
    return kind;
  }

  public String actor() {
    return actor;
  }

  public @Nullable String requestId() {
    return requestId;
  }

  public Status status() {
    return status;
  }

  public @Nullable Instant finishedAt() {
    return finishedAt;
  }

  @Override
  public UUID getId() {
    return id;
  }

  @Override
  public boolean isNew() {
    return fresh;
  }
}

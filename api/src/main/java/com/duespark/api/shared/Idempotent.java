package com.duespark.api.shared;

import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes that may be repeated without harm (API-08). The key, the answer and the work are one
 * transaction, so a key is stored exactly when its work was done; a second request with the same
 * key waits for the first at the unique index and then gets the same answer.
 */
@Component
public class Idempotent {

  /**
   * A stored command.
   *
   * @param replay the key was used before: this is the command of that request
   */
  public record Command(UUID id, boolean replay) {}

  private final IdempotencyKeys keys;
  private final TransactionTemplate transaction;
  private final TransactionTemplate savepoint;
  private final JsonMapper json;

  Idempotent(IdempotencyKeys keys, PlatformTransactionManager transactions, JsonMapper json) {
    this.keys = keys;
    this.transaction = new TransactionTemplate(transactions);
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    this.json = json;
  }

  /**
   * Does desk work in one transaction with its key. Without a key it is a plain transaction.
   *
   * @throws Refused as the work does, or as it did the first time
   */
  public <T> ResponseEntity<Envelope<T>> write(
      HttpServletRequest request, Supplier<Reply<T>> work) {
    var key = KeyedRequest.of(request);
    if (key.isEmpty()) {
      return run(work).entity();
    }
    return once(key.get(), work).orThrow().entity();
  }

  /**
   * The same for an answer with a secret that can be made again: only what it is made from is
   * stored.
   *
   * @param kept how that is read again
   * @param answer makes the answer from it, the first time and for a repeat alike
   */
  public <K, T> ResponseEntity<Envelope<T>> write(
      HttpServletRequest request, Supplier<Reply<K>> work, Class<K> kept, Function<K, T> answer) {
    try {
      var done = write(request, work);
      var made = Optional.ofNullable(done.getBody()).orElseThrow().data();
      return ResponseEntity.status(done.getStatusCode()).body(Envelope.of(answer.apply(made)));
    } catch (Replay replay) {
      var made = json.treeToValue(json.readTree(replay.body()).path("data"), kept);
      return ResponseEntity.status(replay.status()).body(Envelope.of(answer.apply(made)));
    }
  }

  private <T> Reply<T> run(Supplier<Reply<T>> work) {
    return Optional.ofNullable(transaction.execute(running -> work.get())).orElseThrow();
  }

  private <T> Outcome<T> once(KeyedRequest key, Supplier<Reply<T>> work) {
    return Optional.ofNullable(
            transaction.execute(
                running -> {
                  if (!keys.claim(key)) {
                    throw replay(key, keys.read(key));
                  }
                  var outcome = attempt(work);
                  keys.finish(key, outcome.status(), json.writeValueAsString(outcome.stored()));
                  return outcome;
                }))
        .orElseThrow();
  }

  /** A refusal worth storing undoes the work but not the key. */
  private <T> Outcome<T> attempt(Supplier<Reply<T>> work) {
    try {
      var reply = Optional.ofNullable(savepoint.execute(running -> work.get())).orElseThrow();
      return new Outcome<>(reply, null);
    } catch (Refused refused) {
      if (isStored(refused.code().status())) {
        return new Outcome<>(null, refused);
      }
      throw refused;
    }
  }

  /**
   * Stores a command in one transaction with its key.
   *
   * @param insert inserts the command's row and returns its id
   */
  public Command command(HttpServletRequest request, Supplier<UUID> insert) {
    var key = KeyedRequest.of(request);
    return Optional.ofNullable(
            transaction.execute(
                running -> {
                  if (key.isPresent() && !keys.claim(key.get())) {
                    var stored = keys.read(key.get());
                    stored.requireSame(key.get());
                    key.get().markReplay();
                    return new Command(stored.command(), true);
                  }
                  var id = insert.get();
                  key.ifPresent(used -> keys.finish(used, id));
                  return new Command(id, false);
                }))
        .orElseThrow();
  }

  private RuntimeException replay(KeyedRequest key, IdempotencyKeys.Stored stored) {
    stored.requireSame(key);
    key.markReplay();
    var status = stored.responseStatus();
    var body = stored.responseBody();
    if (status == null || body == null) {
      return Refused.conflict("IDEMPOTENCY_IN_PROGRESS", "The first request is still under way");
    }
    return status < 400 ? new Replay(status, body) : json.readValue(body, Kept.class).refused();
  }

  private static boolean isStored(int status) {
    var code = HttpStatusCode.valueOf(status);
    return code.is4xxClientError() && status != 409 && status != 429;
  }

  /** What came of the work: an answer or a refusal. */
  private record Outcome<T>(@Nullable Reply<T> reply, @Nullable Refused refused) {

    int status() {
      return reply != null ? reply.status().value() : orElseRefused().code().status();
    }

    Object stored() {
      return reply != null ? reply.stored() : Kept.of(orElseRefused());
    }

    Reply<T> orThrow() {
      if (reply == null) {
        throw orElseRefused();
      }
      return reply;
    }

    private Refused orElseRefused() {
      return Optional.ofNullable(refused).orElseThrow();
    }
  }

  /** A refusal as it is stored. */
  record Kept(ErrorCode code, String message, java.util.List<Refused.Detail> details) {

    static Kept of(Refused refused) {
      return new Kept(refused.code(), refused.say(), refused.details());
    }

    Refused refused() {
      return new Refused(code, message, details);
    }
  }
}

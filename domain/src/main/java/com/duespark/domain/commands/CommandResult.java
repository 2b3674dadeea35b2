package com.duespark.domain.commands;

import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command; kept with it, so a repeat gets the same answer.
 *
 * @param deliveryIds the messages it put into the ledger, or joined
 * @param paymentId the payment it recorded
 * @param url where to go next, for a checkout
 * @param code null unless refused
 */
public record CommandResult(
    List<UUID> deliveryIds,
    @Nullable UUID paymentId,
    @Nullable String url,
    @Nullable ErrorCode code,
    @Nullable String message,
    List<Refused.Detail> details) {

  public static CommandResult done() {
    return new CommandResult(List.of(), null, null, null, null, List.of());
  }

  public static CommandResult deliveries(List<UUID> ids) {
    return new CommandResult(List.copyOf(ids), null, null, null, null, List.of());
  }

  public static CommandResult payment(UUID id) {
    return new CommandResult(List.of(), id, null, null, null, List.of());
  }

  public static CommandResult redirect(String url) {
    return new CommandResult(List.of(), null, url, null, null, List.of());
  }

  static CommandResult refused(Refused refusal) {
    return new CommandResult(
        List.of(), null, null, refusal.code(), refusal.say(), refusal.details());
  }

  /** The refusal as it was thrown. */
  public Refused toRefused() {
    return new Refused(
        code == null ? ErrorCode.CONFLICT : code, message == null ? "Refused" : message, details);
  }
}

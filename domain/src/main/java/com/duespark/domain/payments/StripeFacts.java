package com.duespark.domain.payments;

import com.duespark.domain.payments.ProviderFact.PageState;
import com.duespark.domain.payments.ProviderFact.Verdict;
import com.duespark.domain.shared.Json;
import com.duespark.domain.shared.Money;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Stripe's events in our words (STR-07). Reads the raw body, because the vendor's classes refuse
 * events of another API version. Source: docs.stripe.com/api/events/types.
 */
public final class StripeFacts {

  /** Metadata of a session and its payment that leads back to our attempt. */
  public static final String ATTEMPT = "attempt_id";

  /**
   * Metadata that names the business, so that others' payments of a shared account can be told
   * apart.
   */
  public static final String TENANT = "tenant_id";

  private StripeFacts() {}

  /** Whether the event says that it is about a payment of ours; anyone can write that. */
  public static boolean claimsTenant(String body, UUID tenantId) {
    var metadata = Json.tree(body).path("data").path("object").path("metadata");
    return text(metadata, TENANT).filter(tenantId.toString()::equals).isPresent();
  }

  /** The event's own id; empty when the body is no event. */
  public static Optional<String> eventId(String body) {
    try {
      return text(Json.tree(body), "id").filter(id -> id.length() <= 255);
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  public static ProviderFact read(String body) {
    var event = Json.tree(body);
    var type = text(event, "type").orElse("");
    var object = event.path("data").path("object");
    return switch (type) {
      case "checkout.session.completed" ->
          page(
              object,
              text(object, "payment_status").orElse("").equals("unpaid")
                  ? PageState.PROCESSING
                  : PageState.PAID);
      case "checkout.session.async_payment_succeeded" -> page(object, PageState.PAID);
      case "checkout.session.async_payment_failed" -> page(object, PageState.FAILED);
      case "checkout.session.expired" -> page(object, PageState.EXPIRED);
      case "payment_intent.succeeded" ->
          new ProviderFact.Paid(
              required(object, "id"), money(object, "amount_received"), hint(object));
      case "charge.refunded" ->
          new ProviderFact.MoneyBack(
              required(object, "payment_intent"),
              money(object, "amount_refunded"),
              required(event, "id"),
              hint(object));
      case "charge.dispute.created" -> dispute(object, Verdict.OPENED);
      case "charge.dispute.closed" ->
          dispute(
              object,
              text(object, "status").orElse("").equals("lost") ? Verdict.LOST : Verdict.WON);
      default -> new ProviderFact.Unrelated(type);
    };
  }

  private static ProviderFact page(JsonNode session, PageState state) {
    var reference = text(session, "payment_intent").orElse(null);
    return new ProviderFact.Page(
        required(session, "id"),
        state,
        reference,
        session.path("amount_total").isNumber() ? money(session, "amount_total") : null);
  }

  private static ProviderFact dispute(JsonNode dispute, Verdict verdict) {
    return new ProviderFact.Dispute(
        required(dispute, "payment_intent"),
        verdict,
        money(dispute, "amount"),
        required(dispute, "id"),
        hint(dispute));
  }

  private static @Nullable UUID hint(JsonNode object) {
    return text(object.path("metadata"), ATTEMPT)
        .flatMap(
            id -> {
              try {
                return Optional.of(UUID.fromString(id));
              } catch (IllegalArgumentException notOurs) {
                return Optional.empty();
              }
            })
        .orElse(null);
  }

  private static Money money(JsonNode object, String field) {
    return StripeAmounts.fromStripe(object.path(field).asLong(), required(object, "currency"));
  }

  private static String required(JsonNode object, String field) {
    return text(object, field)
        .orElseThrow(() -> new IllegalArgumentException("Stripe event without " + field));
  }

  private static Optional<String> text(JsonNode object, String field) {
    var value = object.path(field);
    return value.isString() ? Optional.of(value.asString()) : Optional.empty();
  }
}

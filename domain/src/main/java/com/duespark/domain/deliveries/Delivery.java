package com.duespark.domain.deliveries;

import com.duespark.domain.shared.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One message to one recipient on one channel, from the decision to what the provider says of it.
 */
@Table("deliveries")
public class Delivery {

  @Id private UUID id;
  private UUID tenantId;
  private DeliveryType type;
  private Channel channel;
  private Audience audience;
  private @Nullable UUID contactId;
  private @Nullable UUID invoiceId;
  private @Nullable UUID paymentId;
  private @Nullable UUID commandId;
  private @Nullable UUID portalTokenId;
  private String recipient;
  private String dedupeKey;
  private @Nullable String subject;
  private FrozenMail request;
  private DeliveryStatus status;
  private int attempt;
  private @Nullable UUID attemptToken;
  private @Nullable Instant leaseUntil;
  private int lookups;
  private @Nullable String provider;
  private @Nullable String providerMessageId;
  private @Nullable String errorMessage;
  private int retryCount;
  private @Nullable Instant firstAttemptAt;
  private @Nullable Instant sentAt;
  private @Nullable Instant deliveredAt;
  private @Nullable Instant openedAt;
  private int openCount;
  private @Nullable Instant clickedAt;
  private int clickCount;
  private @Nullable UUID createdBy;
  @ReadOnlyProperty private @Nullable Instant createdAt;
  @Version private int version;

  @SuppressWarnings("NullAway.Init") // filled by Spring Data
  private Delivery() {}

  /**
   * A message that is about to leave by mail.
   *
   * @param key what it is for: kind, entity, cycle and step or command; channel and recipient are
   *     added
   */
  public static Delivery mail(
      UUID tenantId, DeliveryType type, Audience audience, String key, String to, FrozenMail mail) {
    return mail(Ids.next(), tenantId, type, audience, key, to).carrying(mail);
  }

  /** The same under an id that others know already, its words to be written a moment later. */
  public static Delivery mail(
      UUID id, UUID tenantId, DeliveryType type, Audience audience, String key, String to) {
    var delivery = new Delivery();
    delivery.id = id;
    delivery.tenantId = tenantId;
    delivery.type = type;
    delivery.channel = Channel.EMAIL;
    delivery.audience = audience;
    delivery.recipient = to;
    delivery.dedupeKey = "%s:%s:%s".formatted(key, Channel.EMAIL, to);
    return delivery.move(LedgerEntry.fresh());
  }

  public Delivery carrying(FrozenMail mail) {
    subject = mail.subject();
    request = mail;
    return this;
  }

  public Delivery about(@Nullable UUID contact, @Nullable UUID invoice) {
    contactId = contact;
    invoiceId = invoice;
    return this;
  }

  public Delivery forPayment(UUID payment) {
    paymentId = payment;
    return this;
  }

  public Delivery by(@Nullable UUID command, @Nullable UUID user) {
    commandId = command;
    createdBy = user;
    return this;
  }

  public Delivery withLink(UUID portalToken) {
    portalTokenId = portalToken;
    return this;
  }

  public LedgerEntry entry() {
    return new LedgerEntry(status, attempt, attemptToken, leaseUntil, lookups);
  }

  /** Takes over what the ledger's rule decided. */
  public Delivery move(LedgerEntry entry) {
    status = entry.status();
    attempt = entry.attempt();
    attemptToken = entry.token();
    leaseUntil = entry.leaseUntil();
    lookups = entry.lookups();
    retryCount = Math.max(0, attempt - 1);
    return this;
  }

  public Delivery claimedBy(String mailer, Instant now) {
    provider = mailer;
    firstAttemptAt = firstAttemptAt == null ? now : firstAttemptAt;
    return this;
  }

  /**
   * A provider took it.
   *
   * @param now the tenant's time
   */
  public Delivery acceptedAs(@Nullable String messageId, Instant now) {
    providerMessageId = messageId;
    sentAt = now;
    errorMessage = null;
    return this;
  }

  /**
   * Takes over what the provider tells of a mail that it took. Late or repeated news never move it
   * back; stamps hold the first time.
   *
   * @param at the business's time
   */
  public Delivery reported(MailReport report, Instant at) {
    switch (report.kind()) {
      case ACCEPTED, UNSUBSCRIBED -> {}
      case DELIVERED -> {
        deliveredAt = first(deliveredAt, at);
        become(DeliveryStatus.DELIVERED, null);
      }
      case OPENED -> {
        openedAt = first(openedAt, at);
        openCount++;
        become(DeliveryStatus.DELIVERED, null);
      }
      case CLICKED -> {
        clickedAt = first(clickedAt, at);
        clickCount++;
        become(DeliveryStatus.DELIVERED, null);
      }
      case SOFT_BOUNCED -> {
        if (status == DeliveryStatus.SENT) {
          errorMessage = report.words();
        }
      }
      case BOUNCED, BLOCKED -> become(DeliveryStatus.BOUNCED, report.words());
      case COMPLAINED -> become(DeliveryStatus.COMPLAINED, report.words());
      case REJECTED -> become(DeliveryStatus.FAILED, report.words());
    }
    return this;
  }

  private void become(DeliveryStatus next, @Nullable String words) {
    if (status.canBecome(next)) {
      status = next;
      errorMessage = words;
    }
  }

  private static Instant first(@Nullable Instant known, Instant told) {
    return known == null || told.isBefore(known) ? told : known;
  }

  public Delivery because(@Nullable String reason) {
    errorMessage = reason;
    return this;
  }

  public UUID id() {
    return id;
  }

  public UUID tenantId() {
    return tenantId;
  }

  public DeliveryType type() {
    return type;
  }

  public Channel channel() {
    return channel;
  }

  public Audience audience() {
    return audience;
  }

  public @Nullable UUID contactId() {
    return contactId;
  }

  public @Nullable UUID invoiceId() {
    return invoiceId;
  }

  public @Nullable UUID paymentId() {
    return paymentId;
  }

  public @Nullable UUID commandId() {
    return commandId;
  }

  public @Nullable UUID portalTokenId() {
    return portalTokenId;
  }

  public String recipient() {
    return recipient;
  }

  public String dedupeKey() {
    return dedupeKey;
  }

  public @Nullable String subject() {
    return subject;
  }

  public FrozenMail request() {
    return request;
  }

  public DeliveryStatus status() {
    return status;
  }

  public int attempt() {
    return attempt;
  }

  public int retryCount() {
    return retryCount;
  }

  public @Nullable String provider() {
    return provider;
  }

  public @Nullable String providerMessageId() {
    return providerMessageId;
  }

  public @Nullable String errorMessage() {
    return errorMessage;
  }

  public @Nullable Instant firstAttemptAt() {
    return firstAttemptAt;
  }

  public @Nullable Instant sentAt() {
    return sentAt;
  }

  public @Nullable Instant deliveredAt() {
    return deliveredAt;
  }

  public @Nullable Instant openedAt() {
    return openedAt;
  }

  public int openCount() {
    return openCount;
  }

  public int clickCount() {
    return clickCount;
  }

  public @Nullable UUID createdBy() {
    return createdBy;
  }

  public @Nullable Instant createdAt() {
    return createdAt;
  }

  public int version() {
    return version;
  }
}

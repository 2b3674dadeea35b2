package com.duespark.domain.contacts;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** A person or company that a business deals with. */
@Table("contacts")
public class Contact {

  @Id private UUID id;
  private UUID tenantId;
  private String code;

  @Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY)
  private ContactContent content;

  private int sendMinute;
  private @Nullable UUID createdBy;
  @ReadOnlyProperty private @Nullable Instant createdAt;
  @ReadOnlyProperty private @Nullable Instant updatedAt;
  private @Nullable Instant deletedAt;
  @ReadOnlyProperty private @Nullable Instant erasedAt;
  @Version private int version;

  @SuppressWarnings("NullAway.Init") // filled by Spring Data
  private Contact() {}

  /**
   * A new contact.
   *
   * @param code its number, for example {@code CUST-0001}
   * @param sendMinute 0 to 29; spreads automatic reminders (CON-14a)
   */
  public static Contact create(
      UUID tenantId,
      String code,
      ContactContent content,
      int sendMinute,
      @Nullable UUID createdBy) {
    var contact = new Contact();
    contact.id = Ids.next();
    contact.tenantId = tenantId;
    contact.code = code;
    contact.content = content.check();
    contact.sendMinute = sendMinute;
    contact.createdBy = createdBy;
    return contact;
  }

  public Contact edit(ContactContent newContent) {
    content = newContent.check();
    return this;
  }

  /** Hides it; documents keep pointing to it (GEN-03). */
  public Contact delete(Instant now) {
    deletedAt = now;
    return this;
  }

  public Contact restore() {
    if (deletedAt == null) {
      throw Refused.conflict("NOT_DELETED", "The contact is not deleted");
    }
    if (erasedAt != null) {
      throw Refused.conflict("ERASED", "The person was erased; add a new contact");
    }
    deletedAt = null;
    return this;
  }

  /** The due day of an invoice by this contact's terms; empty without terms. */
  public Optional<LocalDate> dueOn(LocalDate issued) {
    var terms = content.paymentTerms();
    if (terms == null) {
      return Optional.empty();
    }
    var days = terms.days(content.paymentTermsDays());
    return days.isPresent() ? Optional.of(issued.plusDays(days.getAsInt())) : Optional.empty();
  }

  /** Whether documents may be sent to it (CON-07). */
  public boolean isActive() {
    return content.status() == ContactStatus.ACTIVE && deletedAt == null;
  }

  /** The address on a channel, if there is one. */
  public Optional<String> address(Channel channel) {
    return Optional.ofNullable(
        switch (channel) {
          case EMAIL -> content.email();
          case SMS, WHATSAPP -> content.phone();
        });
  }

  public UUID id() {
    return id;
  }

  public UUID tenantId() {
    return tenantId;
  }

  public String code() {
    return code;
  }

  public ContactContent content() {
    return content;
  }

  public String displayName() {
    return content.displayName();
  }

  public @Nullable String email() {
    return content.email();
  }

  public @Nullable String phone() {
    return content.phone();
  }

  public int sendMinute() {
    return sendMinute;
  }

  public @Nullable UUID createdBy() {
    return createdBy;
  }

  public Instant createdAt() {
    return Objects.requireNonNullElse(createdAt, Instant.EPOCH);
  }

  public Instant updatedAt() {
    return Objects.requireNonNullElse(updatedAt, Instant.EPOCH);
  }

  public @Nullable Instant deletedAt() {
    return deletedAt;
  }

  /** Nobody is behind it any more; its invoices are kept. */
  public boolean isErased() {
    return erasedAt != null;
  }

  public int version() {
    return version;
  }
}

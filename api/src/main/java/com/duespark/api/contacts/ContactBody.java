package com.duespark.api.contacts;

import com.duespark.domain.contacts.ContactContent;
import com.duespark.domain.contacts.ContactStatus;
import com.duespark.domain.contacts.ContactType;
import com.duespark.domain.contacts.PaymentMethod;
import com.duespark.domain.contacts.PaymentTerms;
import com.duespark.domain.secrets.Confidential;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person enters about a contact. */
record ContactBody(
    @Nullable ContactType type,
    @NotBlank @Size(max = 200) String displayName,
    @Size(max = 200) @Nullable String companyName,
    @Size(max = 254) @Nullable String email,
    @Size(max = 40) @Nullable String phone,
    @Size(max = 254) @Nullable String secondaryEmail,
    @Size(max = 40) @Nullable String secondaryPhone,
    @Size(max = 200) @Nullable String addressLine1,
    @Size(max = 200) @Nullable String addressLine2,
    @Size(max = 200) @Nullable String city,
    @Size(max = 200) @Nullable String region,
    @Size(max = 20) @Nullable String postalCode,
    @Size(max = 2) @Nullable String country,
    @Size(max = 50) @Nullable String timezone,
    @Size(max = 35) @Nullable String language,
    @Size(max = 200) @Nullable String businessType,
    @Size(max = 50) @Nullable String taxId,
    @Size(max = 50) @Nullable List<@NotBlank @Size(max = 50) String> tags,
    @Size(max = 10_000) @Nullable String notes,
    @Nullable PaymentMethod preferredPaymentMethod,
    @Nullable PaymentTerms paymentTerms,
    @Min(0) @Max(365) @Nullable Integer paymentTermsDays,
    @Nullable ContactStatus status,
    @Nullable Boolean sendReminders,
    @Nullable UUID reminderPolicyId) {

  static ContactBody of(ContactContent content) {
    return new ContactBody(
        content.type(),
        content.displayName(),
        content.companyName(),
        content.email(),
        content.phone(),
        content.secondaryEmail(),
        content.secondaryPhone(),
        content.addressLine1(),
        content.addressLine2(),
        content.city(),
        content.region(),
        content.postalCode(),
        content.country(),
        content.timezone(),
        content.language(),
        content.businessType(),
        Confidential.textOf(content.taxId()),
        content.tags(),
        content.notes(),
        content.preferredPaymentMethod(),
        content.paymentTerms(),
        content.paymentTermsDays(),
        content.status(),
        content.sendReminders(),
        content.reminderPolicyId());
  }

  ContactContent content() {
    return new ContactContent(
        Objects.requireNonNullElse(type, ContactType.CUSTOMER),
        displayName,
        companyName,
        email,
        phone,
        secondaryEmail,
        secondaryPhone,
        addressLine1,
        addressLine2,
        city,
        region,
        postalCode,
        country,
        timezone,
        language,
        businessType,
        Confidential.of(taxId),
        Objects.requireNonNullElse(tags, List.of()),
        notes,
        preferredPaymentMethod,
        paymentTerms,
        paymentTermsDays,
        Objects.requireNonNullElse(status, ContactStatus.ACTIVE),
        !Boolean.FALSE.equals(sendReminders),
        reminderPolicyId);
  }
}

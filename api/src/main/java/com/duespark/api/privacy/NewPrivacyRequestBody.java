package com.duespark.api.privacy;

import com.duespark.domain.privacy.PrivacyKind;
import com.duespark.domain.privacy.SubjectType;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A request to make.
 *
 * @param subjectId of a contact, or the user id of a member, now or before
 * @param identityNote how you made sure who asks
 */
@Schema(name = "NewPrivacyRequest")
record NewPrivacyRequestBody(
    @NotNull PrivacyKind kind,
    @NotNull SubjectType subjectType,
    @NotNull UUID subjectId,
    @NotBlank @Size(max = 1000) String identityNote) {}

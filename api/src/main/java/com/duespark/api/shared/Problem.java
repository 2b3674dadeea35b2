package com.duespark.api.shared;

import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The same error in the form of RFC 9457 (API-05). */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    ErrorCode code,
    List<Refused.Detail> errors,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object latest,
    String requestId) {

  static Problem of(Refused refused, int status, @Nullable Object latest, String path) {
    var code = refused.code();
    var word = code.name().toLowerCase(Locale.ROOT);
    return new Problem(
        "urn:duespark:error:" + word.replace('_', '-'),
        word.replace('_', ' '),
        status,
        refused.say(),
        path,
        code,
        refused.details(),
        latest,
        RequestId.current());
  }
}

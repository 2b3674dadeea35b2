package com.duespark.api.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Beside the data of an answer.
 *
 * @param cursor where the next page starts; null at the end and where there are no pages
 * @param total rows in all, when {@code include_total} asked for it
 * @param warnings what the caller may want to look at; the request was done nevertheless
 */
public record Meta(
    String requestId,
    @Nullable String cursor,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Warning> warnings) {

  /**
   * Something unusual.
   *
   * @param code stable word, for example {@code SIMILAR_CONTACT}
   * @param ids what it is about
   */
  public record Warning(String code, String message, List<UUID> ids) {}
}

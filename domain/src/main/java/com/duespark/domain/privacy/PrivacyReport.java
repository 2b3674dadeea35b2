package com.duespark.domain.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was done for a request; without personal values.
 *
 * @param rows how many were copied, or lost something, by what they are
 * @param pseudonym what stands for an erased person now
 * @param invoicesKept issued ones of an erased person
 * @param holdUntil until when law obliges to keep them; null without any
 * @param providers who may keep copies of their own
 */
public record PrivacyReport(
    Map<String, Integer> rows,
    @Nullable String pseudonym,
    int invoicesKept,
    @Nullable LocalDate holdUntil,
    List<String> providers) {

  static PrivacyReport of(Map<String, Integer> rows) {
    return new PrivacyReport(rows, null, 0, null, List.of());
  }
}

package com.duespark.domain.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was sealed.
 *
 * @param entryId the entry; null when only its place or its block is known
 * @param place its place in the chain; null without one
 * @param block null without one
 */
public record Finding(
    UUID tenantId,
    Kind kind,
    @Nullable UUID entryId,
    @Nullable Long place,
    @Nullable Long block,
    String words) {

  /** What is wrong. */
  public enum Kind {
    /** The entry is not what was sealed at its place. */
    ALTERED,
    /** It was sealed, or waited for it, and is gone. */
    MISSING,
    /** It is in the log and never came the usual way. */
    ADDED,
    /** It waits for its seal for more than ten seconds. */
    UNSEALED,
    /** The block itself is not one that we sealed, or does not follow the one before. */
    BROKEN_BLOCK,
    /** The record of a dropped month is not one that we signed. */
    BROKEN_DROP
  }

  @Override
  public String toString() {
    var text = new StringBuilder(kind.name().replace('_', ' '));
    if (entryId != null) {
      text.append(" entry ").append(entryId);
    }
    if (place != null) {
      text.append(" at place ").append(place);
    }
    if (block != null) {
      text.append(entryId == null && place == null ? " " : " of block ").append(block);
    }
    return text.append(": ").append(words).toString();
  }
}

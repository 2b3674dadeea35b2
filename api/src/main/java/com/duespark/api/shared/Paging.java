package com.duespark.api.shared;

import com.duespark.domain.shared.Refused;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list (API-06). Taken as an argument by list handlers; stands for the query
 * parameters {@code limit}, {@code cursor}, {@code include_total} and {@code sort}.
 */
public record Paging(
    int limit, @Nullable String cursor, boolean includeTotal, @Nullable String sort) {

  static final int DEFAULT_LIMIT = 20;
  static final int MAX_LIMIT = 100;
  static final Set<String> PARAMETERS = Set.of("limit", "cursor", "include_total", "sort");

  static Paging of(
      @Nullable String limit,
      @Nullable String cursor,
      @Nullable String includeTotal,
      @Nullable String sort) {
    int rows;
    try {
      rows = limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit);
    } catch (NumberFormatException e) {
      rows = 0;
    }
    if (rows < 1 || rows > MAX_LIMIT) {
      throw Refused.invalid("limit", "RANGE", "The limit is a number from 1 to " + MAX_LIMIT);
    }
    return new Paging(rows, cursor, "true".equals(includeTotal), sort);
  }

  /** The rows to ask for: a page and one more, which tells whether there is a next page. */
  public int fetch() {
    return limit + 1;
  }

  /**
   * The sort to use, one of those a list offers; a leading {@code -} means descending.
   *
   * @param offered the first is the default
   */
  public String sortBy(String... offered) {
    var wanted = sort == null ? offered[0] : sort;
    if (!List.of(offered).contains(wanted)) {
      throw Refused.invalid("sort", "UNKNOWN", "Sort by one of " + String.join(", ", offered));
    }
    return wanted;
  }

  /** Where the previous page ended; null on the first page. */
  public @Nullable Cursor after(String sortBy) {
    return cursor == null ? null : Cursor.decode(cursor, sortBy);
  }

  /** Where the previous page ended, for lists that have one order only: newest first. */
  public @Nullable UUID beforeId() {
    sortBy("");
    var after = after("");
    return after == null ? null : after.id();
  }

  /**
   * Cuts the page and makes the cursor of the next one.
   *
   * @param fetched at most {@link #fetch} rows in order
   * @param end the cursor behind a row
   * @param total counts all rows; asked only when the caller wants it
   */
  public <R, V> Envelope<List<V>> page(
      List<R> fetched, Function<R, V> view, Function<R, Cursor> end, LongSupplier total) {
    var more = fetched.size() > limit;
    var rows = more ? fetched.subList(0, limit) : fetched;
    return Envelope.page(
        rows.stream().map(view).toList(),
        more ? end.apply(rows.getLast()).encode() : null,
        includeTotal ? total.getAsLong() : null);
  }

  /** The same for lists in order of id. */
  public <R, V> Envelope<List<V>> pageById(
      List<R> fetched, Function<R, V> view, Function<R, UUID> id, LongSupplier total) {
    return page(fetched, view, row -> new Cursor("", "", id.apply(row)), total);
  }
}

package com.duespark.domain.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Places of a chain, neighbours together; its text is that of PostgreSQL's {@code int8multirange}.
 */
final class PlaceRanges {

  private static final Pattern RANGE = Pattern.compile("\\[(\\d+),(\\d+)\\)");

  /** Where each range begins, and where it has ended. */
  private final TreeMap<Long, Long> ranges = new TreeMap<>();

  /** Places come in order here. */
  void add(long place) {
    var last = ranges.lastEntry();
    if (last != null && last.getValue() == place) {
      ranges.put(last.getKey(), place + 1);
    } else {
      ranges.put(place, place + 1);
    }
  }

  void addAll(String text) {
    RANGE
        .matcher(text)
        .results()
        .forEach(range -> ranges.put(Long.valueOf(range.group(1)), Long.valueOf(range.group(2))));
  }

  boolean contains(long place) {
    var range = ranges.floorEntry(place);
    return range != null && place < range.getValue();
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  @Override
  public String toString() {
    return ranges.entrySet().stream()
        .map(PlaceRanges::text)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String text(Map.Entry<Long, Long> range) {
    return "[%d,%d)".formatted(range.getKey(), range.getValue());
  }
}

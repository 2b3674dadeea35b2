package com.duespark.worker.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Prometheus would store of one look at a process.
 *
 * @param series the labels and the value of each line, by metric
 */
record Scrape(Map<String, List<Series>> series) {
  private static final Pattern LINE = Pattern.compile("([^{ ]+)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** One line. */
  record Series(Map<String, String> labels, double value) {}

  static Scrape read(String text) {
    Map<String, List<Series>> series = new HashMap<>();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(
            line ->
                series
                    .computeIfAbsent(line.group(1), fresh -> new ArrayList<>())
                    .add(new Series(labels(line.group(2)), Double.parseDouble(line.group(3)))));
    return new Scrape(series);
  }

  private static Map<String, String> labels(@Nullable String text) {
    Map<String, String> labels = new HashMap<>();
    if (text != null) {
      Matcher label = LABEL.matcher(text);
      while (label.find()) {
        labels.put(label.group(1), label.group(2));
      }
    }
    return labels;
  }

  List<Series> of(String metric) {
    return series.getOrDefault(metric, List.of());
  }

  /** The sum over all series that have these labels. */
  double sum(String metric, Map<String, String> labels) {
    return of(metric).stream()
        .filter(line -> line.labels().entrySet().containsAll(labels.entrySet()))
        .mapToDouble(Series::value)
        .sum();
  }
}

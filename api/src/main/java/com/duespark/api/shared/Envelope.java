package com.duespark.api.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A successful answer (API-03). */
public record Envelope<T>(T data, Meta meta) {

  public static <T> Envelope<T> of(T data) {
    return new Envelope<>(data, new Meta(RequestId.current(), null, null, null));
  }

  static <T> Envelope<T> of(T data, List<Meta.Warning> warnings) {
    return new Envelope<>(
        data, new Meta(RequestId.current(), null, null, warnings.isEmpty() ? null : warnings));
  }

  static <T> Envelope<List<T>> page(List<T> rows, @Nullable String cursor, @Nullable Long total) {
    return new Envelope<>(rows, new Meta(RequestId.current(), cursor, total, null));
  }
}

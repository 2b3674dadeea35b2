package com.duespark.api.shared;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What a write answers: a status, the data, perhaps warnings. */
public record Reply<T>(HttpStatus status, T data, List<Meta.Warning> warnings) {

  public static <T> Reply<T> ok(T data) {
    return new Reply<>(HttpStatus.OK, data, List.of());
  }

  public static <T> Reply<T> created(T data) {
    return new Reply<>(HttpStatus.CREATED, data, List.of());
  }

  public static <T> Reply<T> accepted(T data) {
    return new Reply<>(HttpStatus.ACCEPTED, data, List.of());
  }

  public Reply<T> warn(List<Meta.Warning> about) {
    return new Reply<>(status, data, List.copyOf(about));
  }

  public ResponseEntity<Envelope<T>> entity() {
    return ResponseEntity.status(status).body(envelope());
  }

  Envelope<T> envelope() {
    return Envelope.of(data, warnings);
  }
}

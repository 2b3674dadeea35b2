package com.duespark.api.shared;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * What a write answers: a status, the data, perhaps warnings.
 *
 * @param kept what a repeat of the request is answered with, and all that is stored of the answer
 */
public record Reply<T>(HttpStatus status, T data, List<Meta.Warning> warnings, T kept) {

  public static <T> Reply<T> ok(T data) {
    return new Reply<>(HttpStatus.OK, data, List.of(), data);
  }

  public static <T> Reply<T> created(T data) {
    return new Reply<>(HttpStatus.CREATED, data, List.of(), data);
  }

  public static <T> Reply<T> accepted(T data) {
    return new Reply<>(HttpStatus.ACCEPTED, data, List.of(), data);
  }

  public Reply<T> warn(List<Meta.Warning> about) {
    return new Reply<>(status, data, List.copyOf(about), kept);
  }

  /** For an answer with a secret in it, which is shown once. */
  public Reply<T> keep(T withoutSecret) {
    return new Reply<>(status, data, warnings, withoutSecret);
  }

  public ResponseEntity<Envelope<T>> entity() {
    return ResponseEntity.status(status).body(envelope());
  }

  Envelope<T> envelope() {
    return Envelope.of(data, warnings);
  }

  Envelope<T> stored() {
    return Envelope.of(kept, warnings);
  }
}

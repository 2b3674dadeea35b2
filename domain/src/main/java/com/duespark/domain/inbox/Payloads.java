package com.duespark.domain.inbox;

import com.duespark.domain.secrets.Sealed;
import com.duespark.domain.shared.Json;

/** What providers told, as it is stored: sealed (PRV-02), a JSON text. */
record Payloads(Sealed box) {

  String seal(String payload) {
    return Json.write(box.seal(payload));
  }

  /**
   * Opens what {@link #seal} made; JSON from before that is returned as it is.
   *
   * @throws IllegalStateException when no configured key opens it, or when it was tampered with
   */
  String open(String stored) {
    var payload = Json.tree(stored);
    return payload.isString() ? box.open(payload.asString()) : stored;
  }
}

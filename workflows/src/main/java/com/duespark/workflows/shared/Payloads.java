package com.duespark.workflows.shared;

import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.Jackson3JsonPayloadConverter;

/**
 * How contracts become history. One converter, pinned: payloads outlive the code that wrote them,
 * so workers, tests and replays all take this one.
 */
public final class Payloads {

  private Payloads() {}

  public static DataConverter converter() {
    return DefaultDataConverter.newDefaultInstance()
        .withPayloadConverterOverrides(new Jackson3JsonPayloadConverter(false));
  }
}

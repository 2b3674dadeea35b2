package com.duespark.domain.invoices;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The stored form of the lines, with the version of its payload (GEN-08). */
public record LineItems(
    @JsonProperty("payload_version") int payloadVersion,
    @JsonProperty("payload") List<LineItem> lines) {

  public LineItems(List<LineItem> lines) {
    this(1, List.copyOf(lines));
  }
}

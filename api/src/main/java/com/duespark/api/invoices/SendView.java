package com.duespark.api.invoices;

import com.duespark.domain.invoices.ReportedStatus;
import com.duespark.domain.invoices.SendState;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a send so far (API-51).
 *
 * @param status the invoice's status
 * @param sentVia by channel, lower case
 */
@Schema(name = "SentInvoice")
record SendView(
    UUID invoiceId,
    @Nullable String invoiceNumber,
    ReportedStatus status,
    SendState sendState,
    Map<String, Via> sentVia) {

  /** One channel's outcome. */
  @Schema(name = "SentVia")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Via(
      UUID deliveryId,
      String status,
      String sentTo,
      @Nullable Instant sentAt,
      @Nullable String error) {}
}

package com.duespark.activities.shared;

import com.duespark.domain.deliveries.Delivery;
import com.duespark.domain.payments.PaymentProvider;
import com.duespark.domain.storage.AfterCommit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * What operators count about invoices, messages and money (OBS-02), each fact once its transaction
 * is committed. Counters without a label begin at zero, so that the first exception is an increase.
 */
@Component
public class Counts {

  private final MeterRegistry meters;
  private final Counter sent;
  private final Counter paid;
  private final Counter exceptions;

  Counts(MeterRegistry meters) {
    this.meters = meters;
    sent = meters.counter("duespark_invoices_sent");
    paid = meters.counter("duespark_invoices_paid");
    exceptions = meters.counter("duespark_payments_exceptions");
  }

  public void invoiceSent() {
    AfterCommit.run(sent::increment);
  }

  public void invoicePaid() {
    AfterCommit.run(paid::increment);
  }

  /** A message whose status just became final. */
  public void delivered(Delivery delivery) {
    count(
        "duespark_deliveries",
        "type",
        word(delivery.type()),
        "channel",
        word(delivery.channel()),
        "provider",
        Objects.requireNonNullElse(delivery.provider(), "none"),
        "outcome",
        word(delivery.status()));
  }

  public void paymentReceived(PaymentProvider provider) {
    count("duespark_payments_received", "provider", word(provider));
  }

  public void paymentFailed(PaymentProvider provider) {
    count("duespark_payments_failed", "provider", word(provider));
  }

  /** Money went back: {@code refund} or {@code dispute}. */
  public void paymentReversed(String kind) {
    count("duespark_payments_reversed", "kind", kind.toLowerCase(Locale.ROOT));
  }

  /** Money that a person has to look at. */
  public void paymentException() {
    AfterCommit.run(exceptions::increment);
  }

  private void count(String name, String... labels) {
    AfterCommit.run(() -> meters.counter(name, labels).increment());
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}

package com.duespark.activities.sending;

import com.duespark.domain.deliveries.Channel;
import com.duespark.domain.deliveries.SendQuota;
import com.duespark.domain.quotas.Quotas;
import com.duespark.domain.tenants.Tenants;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One business's share of the providers (RAT-06), taken in the transaction that claims a send. */
@Component
public class TenantShare {

  private final SendQuota share;
  private final Quotas quotas;
  private final Tenants tenants;
  private final MeterRegistry meters;

  TenantShare(SendQuota share, Quotas quotas, Tenants tenants, MeterRegistry meters) {
    this.share = share;
    this.quotas = quotas;
    this.tenants = tenants;
    this.meters = meters;
  }

  /**
   * Takes one mail's share. Test businesses need none: they reach nobody, and their clock jumps
   * over the days that would fill it.
   *
   * @return how long to wait when none is left
   */
  public Optional<Duration> take() {
    if (tenants.current().isTest()) {
      return Optional.empty();
    }
    var wait = share.take(Channel.EMAIL, quotas.current().emails());
    if (wait.isPresent()) {
      meters.counter("duespark_sends_waiting", "for", "tenant").increment();
    }
    return wait;
  }
}

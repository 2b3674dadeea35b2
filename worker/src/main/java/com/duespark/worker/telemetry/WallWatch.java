package com.duespark.worker.telemetry;

import com.duespark.domain.storage.TenantWall;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import org.springframework.stereotype.Component;

/** Counts activities that the wall between businesses stopped; the API counts its requests. */
@Component
class WallWatch extends WorkerInterceptorBase {

  private final Counter violations;

  WallWatch(MeterRegistry meters) {
    violations = meters.counter("duespark_isolation_violations");
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new ActivityInboundCallsInterceptorBase(next) {
      @Override
      public ActivityOutput execute(ActivityInput input) {
        try {
          return super.execute(input);
        } catch (RuntimeException e) {
          if (TenantWall.stopped(e)) {
            violations.increment();
          }
          throw e;
        }
      }
    };
  }
}

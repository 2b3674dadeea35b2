package com.duespark.domain.shared;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Time-ordered ids (UUIDv7, RFC 9562): 48 bits of milliseconds, a counter, a random tail. */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final AtomicLong LAST = new AtomicLong();

  private Ids() {}

  /** A new id, greater than every id made before in this process. */
  public static UUID next() {
    long ticks = LAST.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis() << 12));
    long high = (ticks >>> 12 << 16) | 0x7000 | (ticks & 0xFFF);
    long low = (RANDOM.nextLong() >>> 2) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}

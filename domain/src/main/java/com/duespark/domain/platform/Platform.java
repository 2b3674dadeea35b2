package com.duespark.domain.platform;

import java.util.UUID;

/** The platform itself, where a log or an event needs to say whose it is. */
public final class Platform {

  /** No business has this id (V027). */
  public static final UUID ID = new UUID(0, 0);

  private Platform() {}
}

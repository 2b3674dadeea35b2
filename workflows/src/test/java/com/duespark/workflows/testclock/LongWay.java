package com.duespark.workflows.testclock;

import com.duespark.workflows.testclock.TestClockWorkflow.BusinessRef;

/** A way through time of so many legs; whoever walks the second one dies on it once. */
public final class LongWay implements TestClockActivities {

  private final int legs;
  private int walked;
  private int deaths;

  public LongWay(int legs) {
    this.legs = legs;
  }

  @Override
  public synchronized boolean move(BusinessRef business) {
    if (walked == 1 && deaths++ == 0) {
      throw new IllegalStateException("Nobody is here any more");
    }
    return ++walked == legs;
  }

  public synchronized int walked() {
    return walked;
  }
}

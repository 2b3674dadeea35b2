package com.duespark.domain.contacts;

import com.duespark.domain.deliveries.Channel;

/** A channel on which nothing is sent to a contact, and why (CON-10, DLV-08). */
public record Suppression(Channel channel, Reason reason) {

  public enum Reason {
    HARD_BOUNCE,
    SOFT_BOUNCES,
    COMPLAINT,
    UNSUBSCRIBED,
    OPTED_OUT,
    /** A person of the business said so, and takes it back without giving a reason. */
    MUTED
  }
}

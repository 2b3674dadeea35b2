package com.duespark.domain.deliveries;

/** The ways a message can go. */
public enum Channel {
  EMAIL,
  SMS,
  WHATSAPP
}

package com.duespark.domain.contacts;

/** A way to reach a contact. */
public enum Channel {
  EMAIL,
  SMS,
  WHATSAPP
}

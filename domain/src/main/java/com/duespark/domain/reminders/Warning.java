package com.duespark.domain.reminders;

/** What a person should know before a reminder leaves by hand; they may send it all the same. */
public enum Warning {
  CAP("This customer has had enough reminders for now"),
  OUTSIDE_WINDOW("It is outside the hours in which this customer is written to"),
  PAUSED("Reminders are paused"),
  PROMISED("The customer promised to pay, and the day has not passed"),
  PAYMENT_PENDING("A payment is on its way");

  private final String words;

  Warning(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

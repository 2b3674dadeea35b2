package com.duespark.domain.apikeys;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/**
 * What a key may do. None includes another. What no scope covers, no key may call: members, keys,
 * sessions, integrations, billing, audit, and every change of settings.
 */
public enum Scope {
  /** Contacts with their balances, latest invoices and payments. */
  CONTACTS_READ("contacts:read"),
  /** Add, change, delete and restore contacts. */
  CONTACTS_WRITE("contacts:write"),
  /** Invoices, their totals, PDFs, mails and deliveries. */
  INVOICES_READ("invoices:read"),
  /** Draft, change, duplicate, delete, void and write off invoices. */
  INVOICES_WRITE("invoices:write"),
  /** Send and schedule invoices, share their links. */
  INVOICES_SEND("invoices:send"),
  /** Payments and receipts. */
  PAYMENTS_READ("payments:read"),
  /** Record payments. */
  PAYMENTS_WRITE("payments:write"),
  /** Planned and sent reminders, their reasons, simulations. */
  REMINDERS_READ("reminders:read"),
  /** Remind, pause, resume, move and skip; promises and disputes. */
  REMINDERS_WRITE("reminders:write"),
  /** The business, its tax rates, numbering, reminder policies and free days. */
  SETTINGS_READ("settings:read");

  private final String word;

  Scope(String word) {
    this.word = word;
  }

  /** As it is written in JSON and stored. */
  @JsonValue
  public String word() {
    return word;
  }

  static Scope of(String word) {
    return Arrays.stream(values())
        .filter(scope -> scope.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Unknown scope " + word));
  }
}

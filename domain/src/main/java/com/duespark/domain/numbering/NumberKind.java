package com.duespark.domain.numbering;

/** What is numbered, and the series a new business starts with (NUM-02). */
public enum NumberKind {
  INVOICE("INV-", 4, 1001),
  QUOTE("QUO-", 4, 1001),
  CONTACT("CUST-", 4, 1),
  TEMPLATE("TMPL-", 3, 1),
  AI_DRAFT("DRAFT-", 3, 1),
  DELIVERY("NOTIF-", 3, 1);

  private final String prefix;
  private final int padding;
  private final long first;

  NumberKind(String prefix, int padding, long first) {
    this.prefix = prefix;
    this.padding = padding;
    this.first = first;
  }

  Series start() {
    return new Series(this, prefix, padding, first);
  }
}

package com.duespark.domain.audit;

import com.duespark.domain.secrets.Confidential;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * What the log keeps of a confidential text: that it changed, and its end. Entries stay for years
 * and are never sealed again, so the whole text must not stand in one (PRV-02).
 */
final class Masked {

  /** Stands before what is left of it. */
  private static final String DOTS = "•••";

  /** Stands before a text that is still whole; nobody can type it. */
  private static final String MARK = "\uFDD0";

  private static final int SHOWN = 3;

  /** Of a shorter one the end would be most of it. */
  private static final int SHORTEST = 8;

  private Masked() {}

  /** A text that is not marked is returned as it is. */
  static String mask(String text) {
    if (!text.startsWith(MARK)) {
      return text;
    }
    var whole = text.substring(MARK.length());
    return whole.length() < SHORTEST ? DOTS : DOTS + whole.substring(whole.length() - SHOWN);
  }

  /** Two different texts can look the same. */
  static boolean isMasked(String text) {
    return text.startsWith(DOTS);
  }

  static final class Marking extends ValueSerializer<Confidential> {
    @Override
    public void serialize(Confidential value, JsonGenerator json, SerializationContext context) {
      json.writeString(MARK + value.text());
    }
  }
}

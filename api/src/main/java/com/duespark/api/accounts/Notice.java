package com.duespark.api.accounts;

/** What a person should do next. */
record Notice(Next next) {

  enum Next {
    CHECK_MAIL,
    NOTHING
  }

  static final Notice CHECK_MAIL = new Notice(Next.CHECK_MAIL);
  static final Notice DONE = new Notice(Next.NOTHING);
}

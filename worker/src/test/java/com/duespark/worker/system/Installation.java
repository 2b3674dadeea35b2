package com.duespark.worker.system;

/** A running Duespark, however many processes it is made of. */
interface Installation {

  /** The public address. */
  String url();

  /** The providers behind it. */
  Sandbox sandbox();
}

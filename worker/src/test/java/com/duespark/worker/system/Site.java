package com.duespark.worker.system;

/** A running system that can be talked to, and the providers beside it. */
interface Site {
  /** Where the API answers. */
  String url();

  Sandbox sandbox();
}

package com.duespark.worker;

/** What one process does: everything on one machine, or one half of a production deployment. */
public enum Role {
  ALL,
  API,
  WORKER
}

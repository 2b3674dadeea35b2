package com.duespark.worker.system;

/** One thing that {@code ./duespark bench} measures. */
interface Chapter {
  /** As on the command line and in the marks of docs/performance.md. */
  String name();

  /** Measures; takes minutes. */
  Figures measure() throws Exception;
}

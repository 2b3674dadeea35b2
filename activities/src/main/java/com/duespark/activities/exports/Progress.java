package com.duespark.activities.exports;

/** Hears how far a work is. */
interface Progress {

  /** There is so much to do. */
  void whole(long work);

  /** So much more of it is done. */
  void more(long work);
}

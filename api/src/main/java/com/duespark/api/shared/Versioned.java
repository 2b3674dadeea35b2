package com.duespark.api.shared;

/** A view of an object whose changes are counted; its version becomes the ETag (API-09). */
public interface Versioned {

  int version();
}

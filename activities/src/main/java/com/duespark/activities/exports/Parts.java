package com.duespark.activities.exports;

import java.io.OutputStream;
import java.util.Arrays;

/** Cuts what is written into parts of a megabyte. */
final class Parts extends OutputStream {

  static final int SIZE = 1 << 20;

  /** Takes a part. */
  interface Keeper {

    /**
     * Keeps it.
     *
     * @param part counted from 0
     */
    void keep(int part, byte[] content);
  }

  private final Keeper keeper;
  private final byte[] part = new byte[SIZE];
  private int filled;
  private int kept;
  private long written;

  Parts(Keeper keeper) {
    this.keeper = keeper;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    int taken = 0;
    while (taken < length) {
      int more = Math.min(length - taken, SIZE - filled);
      System.arraycopy(bytes, from + taken, part, filled, more);
      filled += more;
      taken += more;
      if (filled == SIZE) {
        keep();
      }
    }
    written += length;
  }

  /** Written so far. */
  long bytes() {
    return written;
  }

  /** Keeps the last part, which is shorter. */
  @Override
  public void close() {
    if (filled > 0) {
      keep();
    }
  }

  private void keep() {
    keeper.keep(kept, Arrays.copyOf(part, filled));
    kept++;
    filled = 0;
  }
}

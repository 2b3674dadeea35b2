package com.duespark.activities.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {

  private final List<byte[]> kept = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, Parts.SIZE - 1, Parts.SIZE, Parts.SIZE + 1, 3 * Parts.SIZE + 7})
  void whatIsWrittenComesOutInPartsOfAMegabyte(int length) {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    var parts = new Parts((part, content) -> kept.add(part, content));

    int from = 0;
    for (int step = 1; from < length; step = 3 * step + 1) {
      int more = Math.min(step, length - from);
      parts.write(bytes, from, more);
      from += more;
    }
    parts.close();
    parts.close();

    assertThat(parts.bytes()).isEqualTo(length);
    assertThat(kept).hasSize((length + Parts.SIZE - 1) / Parts.SIZE);
    assertThat(kept.stream().limit(Math.max(0, kept.size() - 1)))
        .allSatisfy(part -> assertThat(part).hasSize(Parts.SIZE));
    var together = new ByteArrayOutputStream();
    kept.forEach(together::writeBytes);
    assertThat(together.toByteArray()).isEqualTo(bytes);
  }
}

package com.duespark.worker.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoClientTest {

  /** A start that was interrupted goes on with the same keys, and so needs the same bodies. */
  @Test
  void writesTheSameBodyWhateverTheOrderOfItsMaps() {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("rate", "85000");
    line.put("name", "Website refresh");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("line_items", List.of(line));
    body.put("contact_id", "c");

    assertThat(DemoClient.json(body))
        .isEqualTo(
            "{\"contact_id\":\"c\",\"line_items\":[{\"name\":\"Website refresh\",\"rate\":\"85000\"}]}");
  }
}

package com.duespark.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.secrets.Confidential;
import com.duespark.domain.shared.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DifferenceTest {

  @Test
  void whatIsTheSameIsLeftOut() {
    var both =
        Difference.of(
            Json.tree("{\"a\":1,\"b\":{\"c\":1,\"d\":2},\"e\":[1],\"gone\":1}"),
            Json.tree("{\"a\":1,\"b\":{\"c\":1,\"d\":3},\"e\":[1],\"fresh\":1}"));

    assertThat(both.before()).hasToString("{\"b\":{\"d\":2},\"gone\":1}");
    assertThat(both.after()).hasToString("{\"b\":{\"d\":3},\"fresh\":1}");
  }

  @Test
  void whatWasMadeOrDeletedIsKeptWhole() {
    assertThat(Difference.of(null, Json.tree("{\"a\":null}")).after()).hasToString("{\"a\":null}");
    assertThat(Difference.of(Json.tree("{\"a\":1}"), null).before()).hasToString("{\"a\":1}");
  }

  @Test
  void ofAConfidentialTextTheEndIsKeptAndThatItChanged() {
    var both = Difference.of(confidential("P051-000-142K"), confidential("P052-000-142K"));
    var same = Difference.of(confidential("P051-000-142K"), confidential("P051-000-142K"));
    var brief = Difference.of(null, confidential("0142778"));

    assertThat(both.before()).hasToString("{\"taxId\":\"•••42K\"}");
    assertThat(both.after()).hasToString("{\"taxId\":\"•••42K\"}");
    assertThat(Change.of(String.valueOf(both.before()), String.valueOf(both.after())))
        .containsExactly(new Change("tax_id", "•••42K", "•••42K", false));
    assertThat(same.after()).hasToString("{}");
    assertThat(brief.after()).hasToString("{\"taxId\":\"•••\"}");
  }

  private static @Nullable JsonNode confidential(String text) {
    return Audit.tree(Map.of("taxId", new Confidential(text)));
  }

  @Test
  void aLongTextIsKeptAsItsBeginningAndItsLength() {
    var logo = "x".repeat(200_000);

    var kept = Difference.of(null, Json.tree(Json.write(new String[] {logo, "short"}))).after();

    assertThat(kept)
        .hasToString("[\"%s… (200,000 characters)\",\"short\"]".formatted("x".repeat(100)));
  }
}

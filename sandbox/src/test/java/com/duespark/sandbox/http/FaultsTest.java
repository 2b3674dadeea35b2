package com.duespark.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.sandbox.log.Json;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private final Faults faults = new Faults();

  @Test
  void strikesOneOfSoManyForEver() {
    faults.order(Json.object("provider", "postmark", "action", "drop_after", "every", 3));

    assertThat(IntStream.range(0, 7).mapToObj(i -> isStruck("/email")))
        .containsExactly(false, false, true, false, false, true, false);
  }

  @Test
  void countsOnlyWhatFits() {
    faults.order(
        Json.object("provider", "postmark", "path", "/email", "action", "drop_after", "every", 2));

    assertThat(isStruck("/email")).isFalse();
    assertThat(isStruck("/messages/outbound")).isFalse();
    assertThat(isStruck("/email")).isTrue();
  }

  @Test
  void leavesARequestToTheNextFaultWhenItIsNotItsTurn() {
    faults.order(Json.object("provider", "postmark", "action", "drop_after", "every", 2));
    faults.order(Json.object("provider", "postmark", "action", "delay", "every", 3));

    assertThat(IntStream.range(0, 6).mapToObj(i -> isStruck("/email")))
        .containsExactly(false, true, false, true, true, true);
  }

  @Test
  void strikesOnceUnlessToldOtherwise() {
    faults.order(Json.object("provider", "postmark", "action", "drop_after"));

    assertThat(isStruck("/email")).isTrue();
    assertThat(isStruck("/email")).isFalse();
  }

  @Test
  void refusesASenselessShare() {
    var json = Json.object("provider", "postmark", "action", "delay", "every", 0);

    assertThatThrownBy(() -> faults.order(json)).hasMessage("every is a number from 1");
  }

  private boolean isStruck(String path) {
    return faults.strike("postmark", path, "").isPresent();
  }
}

package com.duespark.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.shared.Json;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PseudonymTest {

  private final Pseudonym pseudonym =
      new Pseudonym(
          "Erased CUST-0007",
          Arrays.asList("Achieng’ Otieno", "Otieno", "a.otieno@mail.example", null, "Ann", " "));

  @Test
  void aNameIsReplacedHoweverItIsWritten() {
    assertThat(pseudonym.text("Ask ACHIENG’ OTIENO, or otieno’s sister"))
        .isEqualTo("Ask Erased CUST-0007, or Erased CUST-0007’s sister");
  }

  @Test
  void theLongestIsReplacedFirst() {
    assertThat(pseudonym.text("a.otieno@mail.example")).isEqualTo("Erased CUST-0007");
  }

  @Test
  void shortWordsAreLeftInOtherWords() {
    assertThat(pseudonym.text("Planned: an annual meeting"))
        .isEqualTo("Planned: an annual meeting");
    assertThat(pseudonym.words())
        .containsExactly("a.otieno@mail.example", "achieng’ otieno", "otieno");
  }

  @Test
  void whatLooksLikeAPatternIsAWord() {
    var odd = new Pseudonym("X", List.of("Foo (Kenya) $1 \\d+"));

    assertThat(odd.text("foo (kenya) $1 \\d+ and 12345")).isEqualTo("X and 12345");
  }

  @Test
  void theTextsOfADocumentAreReplacedAndNothingElse() {
    var json =
        """
        {"Otieno": 1, "a": ["Otieno", 2, null, true, {"b": "for Otieno\\n\\"now\\""}], "c": 1.50}
        """;

    var replaced = pseudonym.json(json);

    assertThat(Json.tree(replaced))
        .isEqualTo(
            Json.tree(
                """
                {"Otieno": 1, "a": ["Erased CUST-0007", 2, null, true,
                  {"b": "for Erased CUST-0007\\n\\"now\\""}], "c": 1.50}
                """));
  }

  @Test
  void whoIsKnownByNothingChangesNothing() {
    assertThat(new Pseudonym("X", List.of()).text("as it was")).isEqualTo("as it was");
  }
}

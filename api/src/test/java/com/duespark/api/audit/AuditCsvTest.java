package com.duespark.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.audit.AuditEntry;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://evil\")",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "\r=1",
        "＝1"
      })
  void aCellThatBeginsLikeAFormulaIsText(String cell) {
    assertThat(AuditCsv.cell(cell)).startsWith("\"'").endsWith("\"");
  }

  @Test
  void everythingElseIsAsItWas() {
    assertThat(AuditCsv.cell("Asha, \"the\" owner\nhere"))
        .isEqualTo("\"Asha, \"\"the\"\" owner\nhere\"");
    assertThat(AuditCsv.cell("a=b")).isEqualTo("\"a=b\"");
    assertThat(AuditCsv.cell("")).isEqualTo("\"\"");
    assertThat(AuditCsv.cell(null)).isEmpty();
  }

  @Test
  void aLineHasACellForEachNameOfTheHead() {
    var line =
        AuditCsv.line(
            new AuditEntry(
                new UUID(0, 1),
                Instant.EPOCH,
                "system",
                null,
                "x.y",
                "x",
                null,
                "=cmd",
                null,
                null,
                null,
                null,
                null,
                null));

    assertThat(line.split(",", -1)).hasSameSizeAs(AuditCsv.HEAD.split(","));
    assertThat(line).contains("\"'=cmd\"").endsWith("\r\n");
  }
}

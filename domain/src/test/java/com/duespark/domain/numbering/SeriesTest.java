package com.duespark.domain.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.domain.shared.Refused;
import org.junit.jupiter.api.Test;

class SeriesTest {

  @Test
  void everySeriesStartsWhereTheSpecSays() {
    assertThat(NumberKind.INVOICE.start().preview()).isEqualTo("INV-1001");
    assertThat(NumberKind.QUOTE.start().preview()).isEqualTo("QUO-1001");
    assertThat(NumberKind.CONTACT.start().preview()).isEqualTo("CUST-0001");
    assertThat(NumberKind.TEMPLATE.start().preview()).isEqualTo("TMPL-001");
    assertThat(NumberKind.AI_DRAFT.start().preview()).isEqualTo("DRAFT-001");
    assertThat(NumberKind.DELIVERY.start().preview()).isEqualTo("NOTIF-001");
  }

  @Test
  void aSeriesOutgrowsItsPaddingAndNeverMovesBack() {
    var series = new Series(NumberKind.INVOICE, "A/", 2, 100);

    assertThat(series.preview()).isEqualTo("A/100");
    assertThat(series.change("B", 5, 100).preview()).isEqualTo("B00100");
    assertThatThrownBy(() -> series.change("A/", 2, 99)).isInstanceOf(Refused.class);
  }
}

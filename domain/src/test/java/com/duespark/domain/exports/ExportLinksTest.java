package com.duespark.domain.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.duespark.domain.exports.ExportLinks.Grant;
import com.duespark.domain.exports.ExportLinks.Link;
import com.duespark.domain.secrets.TestSecrets;
import com.duespark.domain.shared.Ids;
import com.duespark.domain.shared.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link opens what it was made for, as long as it was made for, and nothing else does. */
class ExportLinksTest {

  private static final Instant NOW = Instant.parse("2037-03-02T08:30:00Z");

  private final UUID tenant = Ids.next();
  private final UUID user = Ids.next();
  private final ExportLinks links = new ExportLinks(TestSecrets.tokens(), "https://app.example");

  private static Export ready(Duration left) {
    return new Export(
        Ids.next(),
        ExportStatus.READY,
        true,
        100,
        7L,
        1000L,
        null,
        NOW,
        NOW.plus(left),
        Ids.next(),
        "Njeri",
        NOW,
        3);
  }

  private Link link(Export export, Instant at) {
    return Tenant.call(tenant, () -> links.link(export, user, at));
  }

  private static String token(Link link) {
    return link.url().substring("https://app.example/v1/export-files/".length());
  }

  @Test
  void itOpensItsArchiveForADayAndIsTheSameWithinAnHour() {
    var export = ready(Export.LASTS);
    var link = link(export, NOW);

    assertThat(links.open(token(link), NOW)).contains(new Grant(tenant, export.id(), user));
    assertThat(link.until()).isEqualTo(Instant.parse("2037-03-03T08:00:00Z"));
    assertThat(links.open(token(link), link.until().minusSeconds(1))).isPresent();
    assertThat(links.open(token(link), link.until())).isEmpty();
    assertThat(link(export, NOW.plus(Duration.ofMinutes(29)))).isEqualTo(link);
    assertThat(link(export, NOW.plus(Duration.ofMinutes(31)))).isNotEqualTo(link);
  }

  @Test
  void itLastsNoLongerThanTheArchive() {
    var export = ready(Duration.ofMinutes(5));

    assertThat(link(export, NOW).until()).isEqualTo(export.readyUntil());
  }

  @Test
  void notOneLetterOfItCanBeChanged() {
    var token = token(link(ready(Export.LASTS), NOW));

    for (int i = 0; i < token.length(); i++) {
      var other = token.charAt(i) == 'A' ? 'Q' : 'A';
      var changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(links.open(changed, NOW)).as(changed).isEmpty();
    }
    assertThat(links.open(token + "A", NOW)).isEmpty();
    assertThat(links.open(token.substring(1), NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.b", "..", "%", "a.%", "AAAA", "AAAA."})
  void whatIsNoLinkOpensNothing(String token) {
    assertThat(links.open(token, NOW)).isEmpty();
  }

  @Test
  void itOpensWhileItsKeyIsTheOneBefore() {
    var token = token(link(ready(Export.LASTS), NOW));
    var changed =
        new ExportLinks(TestSecrets.otherTokens(TestSecrets.key()), "https://app.example");
    var later = new ExportLinks(TestSecrets.otherTokens(null), "https://app.example");

    assertThat(changed.open(token, NOW)).isPresent();
    assertThat(later.open(token, NOW)).isEmpty();
  }
}

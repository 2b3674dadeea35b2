package com.duespark.documents.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PortalAssetsTest {

  @Test
  void namesTheStylesheetByItsHash() {
    assertThat(PortalAssets.href("portal.css"))
        .matches("/portal/assets/portal\\.[0-9a-f]{8}\\.css");
  }

  @Test
  void findsTheStylesheetAndEveryFileItNames() {
    var css = PortalAssets.find(hashed("portal.css")).orElseThrow();
    assertThat(css.contentType()).isEqualTo("text/css; charset=utf-8");
    var urls =
        Pattern.compile("url\\(([^)]+)\\)")
            .matcher(new String(css.bytes(), StandardCharsets.UTF_8))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(urls)
        .hasSize(3)
        .allMatch(url -> url.matches("[a-z-]+\\.[0-9a-f]{8}\\.woff2"))
        .allSatisfy(
            url ->
                assertThat(PortalAssets.find(url))
                    .get()
                    .extracting(PortalAssets.Asset::contentType)
                    .isEqualTo("font/woff2"));
  }

  @Test
  void servesTheLicenceOfTheFonts() {
    assertThat(PortalAssets.find(hashed("OFL.txt"))).isPresent();
  }

  @Test
  void knowsNothingElse() {
    assertThat(PortalAssets.find("portal.css")).isEmpty();
    assertThat(PortalAssets.find("portal.00000000.css")).isEmpty();
    assertThat(PortalAssets.find("../page.html")).isEmpty();
    assertThatThrownBy(() -> PortalAssets.href("page.html"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String hashed(String name) {
    var href = PortalAssets.href(name);
    return href.substring(href.lastIndexOf('/') + 1);
  }
}

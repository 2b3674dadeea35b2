package com.duespark.api.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where workflows can be looked at.
 *
 * @param uiUrl address of Temporal's UI for staff; without one nothing leads there
 */
@ConfigurationProperties("duespark.temporal")
record TemporalUi(@Nullable String uiUrl, @DefaultValue("default") String namespace) {

  /** The page of a workflow; null without a UI. */
  @Nullable String page(String workflowId) {
    return uiUrl == null || uiUrl.isBlank()
        ? null
        : "%s/namespaces/%s/workflows/%s"
            .formatted(uiUrl.strip().replaceAll("/+$", ""), word(namespace), word(workflowId));
  }

  private static String word(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

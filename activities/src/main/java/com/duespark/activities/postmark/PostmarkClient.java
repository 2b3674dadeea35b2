package com.duespark.activities.postmark;

import com.postmarkapp.postmark.Postmark;
import com.postmarkapp.postmark.client.ApiClient;
import com.postmarkapp.postmark.client.HttpClient;
import java.util.Arrays;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * The vendor's client with its hidden retry switched off: as it comes, it repeats a POST after 429
 * and 503, which may send a mail twice, and offers no setting against it.
 */
final class PostmarkClient {

  private static final Timeout CONNECT = Timeout.ofSeconds(5);
  private static final Timeout ANSWER = Timeout.ofSeconds(15);

  private PostmarkClient() {}

  static ApiClient connect(PostmarkProperties properties) {
    if (properties.serverToken() == null || properties.serverToken().isBlank()) {
      throw new IllegalStateException(
          "duespark.postmark.server-token is missing (environment POSTMARK_SERVER_TOKEN)");
    }
    boolean secure = properties.secure() == null || properties.secure();
    var client =
        properties.host() == null
            ? Postmark.getApiClient(properties.serverToken(), secure)
            : Postmark.getApiClient(properties.serverToken(), secure, properties.host());
    withoutRetries(client);
    return client;
  }

  private static void withoutRetries(ApiClient client) {
    try {
      var holder =
          Arrays.stream(com.postmarkapp.postmark.client.HttpClientHandler.class.getDeclaredFields())
              .filter(field -> field.getType() == HttpClient.class)
              .findFirst()
              .orElseThrow(() -> new NoSuchFieldException("HttpClient in HttpClientHandler"));
      holder.setAccessible(true);
      var inner = HttpClient.class.getDeclaredField("client");
      inner.setAccessible(true);
      var before = (CloseableHttpClient) inner.get(holder.get(client));
      inner.set(holder.get(client), once());
      before.close();
    } catch (ReflectiveOperationException | java.io.IOException e) {
      throw new IllegalStateException(
          "This version of the Postmark client cannot be kept from repeating requests", e);
    }
  }

  private static CloseableHttpClient once() {
    return HttpClients.custom()
        .disableAutomaticRetries()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(64)
                .setMaxConnPerRoute(64)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(ANSWER)
                        .build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(CONNECT)
                .setResponseTimeout(ANSWER)
                .build())
        .build();
  }
}

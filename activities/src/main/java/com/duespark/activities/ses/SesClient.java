package com.duespark.activities.ses;

import java.time.Duration;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/**
 * The vendor's client with its own repeats switched off: as it comes, it makes up to four attempts
 * after 429 and 5xx, each of which may send a mail.
 */
final class SesClient {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private SesClient() {}

  static SesV2Client connect(SesProperties properties, AwsCredentialsProvider credentials) {
    return SesV2Client.builder()
        .region(Region.of(Objects.requireNonNull(properties.region())))
        .credentialsProvider(credentials)
        .endpointOverride(properties.endpoint())
        .httpClientBuilder(
            Apache5HttpClient.builder()
                .maxConnections(64)
                .connectionTimeout(CONNECT)
                .connectionAcquisitionTimeout(CONNECT)
                .socketTimeout(ANSWER))
        .overrideConfiguration(
            settings ->
                settings
                    .retryStrategy(AwsRetryStrategy.doNotRetry())
                    .apiCallTimeout(CONNECT.plus(ANSWER)))
        .build();
  }

  static AwsCredentialsProvider credentials(SesProperties properties) {
    return properties.hasKeys()
        ? StaticCredentialsProvider.create(
            AwsBasicCredentials.create(
                Objects.requireNonNull(properties.accessKeyId()),
                Objects.requireNonNull(properties.secretAccessKey())))
        : DefaultCredentialsProvider.builder().build();
  }
}

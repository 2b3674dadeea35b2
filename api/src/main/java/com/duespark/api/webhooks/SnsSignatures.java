package com.duespark.api.webhooks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks that an envelope was signed by SNS. The certificate's address is in the envelope, so only
 * Amazon's own hosts are asked; AWS has no validator for its second client, and the first is at the
 * end of its life.
 */
@Component
class SnsSignatures {

  private static final Pattern AMAZON =
      Pattern.compile("https://sns\\.[a-z0-9-]{3,32}\\.amazonaws\\.com(\\.cn)?/[^\\s]*");
  private static final int MOST_CERTIFICATES = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final @Nullable String origin;
  private final Map<String, X509Certificate> certificates = new ConcurrentHashMap<>();
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  SnsSignatures(MailWebhookSettings settings) {
    this.origin = settings.snsOrigin();
  }

  /** False for whatever is not signed by SNS. */
  boolean isGenuine(SnsMessage message) throws IOException {
    try {
      var algorithm =
          switch (message.required("SignatureVersion")) {
            case "1" -> "SHA1withRSA";
            case "2" -> "SHA256withRSA";
            default -> throw new IllegalArgumentException("No such signature version");
          };
      var certificate = certificate(message.required("SigningCertURL"));
      certificate.checkValidity();
      var check = Signature.getInstance(algorithm);
      check.initVerify(certificate.getPublicKey());
      check.update(message.signed().getBytes(StandardCharsets.UTF_8));
      return check.verify(Base64.getDecoder().decode(message.required("Signature")));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Says yes to a subscription, at Amazon's own address only. */
  void confirm(SnsMessage message) throws IOException {
    get(message.required("SubscribeURL"));
  }

  private X509Certificate certificate(String url) throws IOException, GeneralSecurityException {
    var known = certificates.get(url);
    if (known != null) {
      return known;
    }
    var pem = new ByteArrayInputStream(get(url));
    var read = CertificateFactory.getInstance("X.509").generateCertificate(pem);
    var certificate = X509Certificate.class.cast(read);
    if (certificates.size() >= MOST_CERTIFICATES) {
      certificates.clear();
    }
    certificates.put(url, certificate);
    return certificate;
  }

  private byte[] get(String url) throws IOException {
    boolean trusted = origin == null ? AMAZON.matcher(url).matches() : url.startsWith(origin + "/");
    if (!trusted) {
      throw new IllegalArgumentException("Not an address of Amazon SNS");
    }
    var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException("Amazon SNS answered " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Stopped while asking Amazon SNS", e);
    }
  }
}

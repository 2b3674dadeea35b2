package com.duespark.worker.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Answers whether a process can be used now. Asked often, so an answer takes a second at most. */
@FunctionalInterface
interface Readiness {
  Duration PATIENCE = Duration.ofSeconds(1);

  boolean isReady();

  /** Ready as soon as it runs. */
  static Readiness immediate() {
    return () -> true;
  }

  static Readiness tcp(int port) {
    return () -> {
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            (int) PATIENCE.toMillis());
        return true;
      } catch (IOException e) {
        return false;
      }
    };
  }

  /**
   * Ready when the address answers 2xx. An offer of HTTP/2 would confuse a server of web sockets.
   */
  static Readiness http(URI address) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(PATIENCE)
            .build();
    return () -> {
      try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
        int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        return status >= 200 && status < 300;
      } catch (IOException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    };
  }
}

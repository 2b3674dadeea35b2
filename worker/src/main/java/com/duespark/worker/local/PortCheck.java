package com.duespark.worker.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Refuses a start whose ports are taken, and says which, by whom, and what setting moves it. */
final class PortCheck {
  private PortCheck() {}

  static void requireFree(Map<String, Integer> ports) {
    Map<Integer, String> seen = new HashMap<>();
    ports.forEach(
        (name, port) -> {
          String twin = seen.putIfAbsent(port, name);
          if (twin != null) {
            throw StartRefused.badConfiguration(
                "duespark.ports.%s and duespark.ports.%s are both %d.".formatted(twin, name, port));
          }
        });
    ports.forEach(
        (name, port) -> {
          if (!isFree(port)) {
            throw new StartRefused(StartRefused.Reason.PORT_TAKEN, message(name, port));
          }
        });
  }

  private static String message(String name, int port) {
    String holder = PortHolder.of(port).map(who -> " by " + who).orElse("");
    String variable = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return "Port %d is taken%s. Free it, or choose another with --%s-port=N (DUESPARK_%s_PORT, duespark.ports.%s)."
        .formatted(port, holder, name, variable, name);
  }

  /** Somebody who answers counts too: on macOS a bind beside a wildcard listener would succeed. */
  private static boolean isFree(int port) {
    if (Readiness.tcp(port).isReady()) {
      return false;
    }
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}

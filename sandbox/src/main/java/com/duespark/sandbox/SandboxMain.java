package com.duespark.sandbox;

import java.io.IOException;

/** Starts the sandbox as its own process. */
public final class SandboxMain {
  private SandboxMain() {}

  public static void main(String... arguments) throws IOException, InterruptedException {
    try {
      Sandbox sandbox = Sandbox.start(Settings.parse(arguments));
      System.out.println(
          "Sandbox HTTP " + sandbox.publicUrl() + " (port " + sandbox.httpPort() + ")");
      System.out.println("Sandbox SMTP 127.0.0.1:" + sandbox.smtpPort());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(sandbox)));
      Thread.currentThread().join();
    } catch (Sandbox.PortTaken e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(Settings.USAGE);
      System.exit(2);
    }
  }

  private static void close(Sandbox sandbox) {
    try {
      sandbox.close();
    } catch (IOException e) {
      System.err.println("The log could not be closed: " + e.getMessage());
    }
  }
}

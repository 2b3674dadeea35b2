package com.duespark.sandbox.smtp;

import com.duespark.sandbox.http.Faults;
import com.duespark.sandbox.mail.Outbox;
import java.net.InetAddress;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server. Any name and password will do; none will too. */
public final class SmtpInbox implements AutoCloseable {
  private static final int LARGEST_MESSAGE = 25 * 1024 * 1024;

  private final SMTPServer server;

  private SmtpInbox(SMTPServer server) {
    this.server = server;
  }

  /** Starts at the port; 0 takes a free one. Throws RuntimeException when the port is taken. */
  public static SmtpInbox start(InetAddress address, int port, Outbox outbox, Faults faults) {
    SMTPServer server =
        SMTPServer.port(port)
            .bindAddress(address)
            .hostName("localhost")
            .softwareName("Duespark sandbox")
            .insertReceivedHeaders(false)
            .maxMessageSize(LARGEST_MESSAGE)
            .authenticationHandlerFactory(
                new EasyAuthenticationHandlerFactory((name, password, context) -> {}))
            .messageHandlerFactory(context -> new Delivery(context, outbox, faults))
            .build();
    server.start();
    return new SmtpInbox(server);
  }

  public int port() {
    return server.getPortAllocated();
  }

  @Override
  public void close() {
    server.stop();
  }
}

package com.duespark.sandbox.smtp;

import com.duespark.sandbox.http.Fault;
import com.duespark.sandbox.http.Faults;
import com.duespark.sandbox.mail.Addresses;
import com.duespark.sandbox.mail.FromMime;
import com.duespark.sandbox.mail.Outbox;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

/** One SMTP transaction, from MAIL FROM to the end of DATA. Faults strike at DATA. */
final class Delivery implements MessageHandler {
  private final MessageContext context;
  private final Outbox outbox;
  private final Faults faults;
  private final List<String> recipients = new ArrayList<>();
  private String from = "";

  Delivery(MessageContext context, Outbox outbox, Faults faults) {
    this.context = context;
    this.outbox = outbox;
    this.faults = faults;
  }

  @Override
  public void from(String sender) {
    from = sender;
  }

  @Override
  public void recipient(String recipient) throws RejectException {
    if (Addresses.isInactive(recipient)) {
      throw new RejectException(550, "5.1.1 Mailbox is inactive: " + recipient);
    }
    recipients.add(recipient);
  }

  @Override
  public @Nullable String data(InputStream message) throws RejectException, IOException {
    byte[] bytes = message.readAllBytes();
    Fault fault = faults.strike("smtp", "", String.join(",", recipients)).orElse(null);
    if (fault == null) {
      accept(bytes);
      return null;
    }
    switch (fault.action()) {
      case STATUS -> {
        String body = fault.body();
        throw new RejectException(fault.code(), body == null ? "Ordered fault" : body);
      }
      case DELAY -> {
        Faults.pause(fault.millis());
        accept(bytes);
      }
      case DROP_BEFORE -> cut();
      case DROP_AFTER -> {
        accept(bytes);
        cut();
      }
      case DELAY_AFTER -> {
        accept(bytes);
        Faults.pause(fault.millis());
      }
      case REPEAT_WEBHOOK, LOSE_WEBHOOK, HOLD_WEBHOOKS -> accept(bytes);
    }
    return null;
  }

  @Override
  public void done() {
    recipients.clear();
  }

  private void accept(byte[] bytes) throws RejectException {
    try {
      outbox.accept(FromMime.mail("smtp", from, recipients, bytes));
    } catch (IllegalArgumentException unreadable) {
      throw new RejectException(554, String.valueOf(unreadable.getMessage()));
    }
  }

  private void cut() throws IOException {
    if (context instanceof Session session) {
      session.closeSocket();
    }
    throw new IOException("The connection is cut as ordered");
  }
}

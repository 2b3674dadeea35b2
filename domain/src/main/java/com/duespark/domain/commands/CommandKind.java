package com.duespark.domain.commands;

import com.duespark.domain.invoices.InvoiceCommand;
import java.util.Arrays;

/** What can be asked of an invoice, the update that carries it, and the shape of its body. */
public enum CommandKind {
  SEND("send", InvoiceCommand.Send.class),
  SCHEDULE("reschedule", InvoiceCommand.Schedule.class),
  UNSCHEDULE("unschedule", InvoiceCommand.Unschedule.class),
  MARK_SENT("markSent", InvoiceCommand.MarkSent.class),
  AMEND("amend", InvoiceCommand.Amend.class),
  VOID("void", InvoiceCommand.VoidInvoice.class),
  WRITE_OFF("writeOff", InvoiceCommand.WriteOff.class),
  RECORD_PAYMENT("recordPayment", InvoiceCommand.RecordPayment.class),
  CHECKOUT("checkout", InvoiceCommand.Checkout.class),
  RESOLVE_DELIVERY("resolveDelivery", InvoiceCommand.ResolveDelivery.class);

  private final String updateName;
  private final Class<? extends InvoiceCommand> body;

  CommandKind(String updateName, Class<? extends InvoiceCommand> body) {
    this.updateName = updateName;
    this.body = body;
  }

  /** The name of the workflow update that carries commands of this kind. */
  public String updateName() {
    return updateName;
  }

  public Class<? extends InvoiceCommand> body() {
    return body;
  }

  public static CommandKind of(InvoiceCommand command) {
    return Arrays.stream(values())
        .filter(kind -> kind.body.isInstance(command))
        .findFirst()
        .orElseThrow();
  }
}

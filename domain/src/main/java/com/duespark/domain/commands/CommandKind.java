package com.duespark.domain.commands;

import com.duespark.domain.invoices.InvoiceCommand;
import com.duespark.domain.reminders.CadenceCommand;
import java.util.Arrays;

/** What can be asked, of what, the update that carries it, and the shape of its body. */
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
  RESOLVE_DELIVERY("resolveDelivery", InvoiceCommand.ResolveDelivery.class),
  PAUSE_REMINDERS("pause", CadenceCommand.Pause.class),
  RESUME_REMINDERS("resume", CadenceCommand.Resume.class),
  RESOLVE_REMINDER("resolveDelivery", CadenceCommand.ResolveReminder.class),
  REMIND_NOW("remindNow", CadenceCommand.RemindNow.class),
  SEND_NOW("remindNow", CadenceCommand.SendNow.class),
  SKIP_REMINDER("skip", CadenceCommand.Skip.class),
  DECIDE_REMINDER("skip", CadenceCommand.Decide.class),
  CHANGE_REMINDER("move", CadenceCommand.Change.class),
  PROMISE("promise", CadenceCommand.Promise.class),
  DISPUTE("dispute", CadenceCommand.Dispute.class),
  RESOLVE_DISPUTE("dispute", CadenceCommand.ResolveDispute.class),
  USE_POLICY("adjust", CadenceCommand.UsePolicy.class),
  MUTE_CHANNEL("adjust", CadenceCommand.Mute.class);

  /** Whose workflow takes it. */
  public enum Entity {
    INVOICE,
    CONTACT
  }

  private final String updateName;
  private final Class<? extends CommandBody> body;

  CommandKind(String updateName, Class<? extends CommandBody> body) {
    this.updateName = updateName;
    this.body = body;
  }

  /** The name of the workflow update that carries commands of this kind. */
  public String updateName() {
    return updateName;
  }

  public Entity entity() {
    return InvoiceCommand.class.isAssignableFrom(body) ? Entity.INVOICE : Entity.CONTACT;
  }

  public Class<? extends CommandBody> body() {
    return body;
  }

  public static CommandKind of(CommandBody command) {
    return Arrays.stream(values())
        .filter(kind -> kind.body.isInstance(command))
        .findFirst()
        .orElseThrow();
  }
}

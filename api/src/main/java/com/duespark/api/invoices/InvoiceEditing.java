package com.duespark.api.invoices;

import com.duespark.api.commands.CommandGateway;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.Patch;
import com.duespark.api.shared.Reply;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.InvoiceCommand.Amend;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.members.Role;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * A draft is edited on the desk; what is issued is amended by its workflow (INV-21, design law 3).
 */
@Component
class InvoiceEditing {

  private final InvoiceDesk desk;
  private final CommandGateway commands;
  private final Invoices invoices;
  private final Writing writing;
  private final InvoiceViews views;
  private final Idempotent idempotent;

  InvoiceEditing(
      InvoiceDesk desk,
      CommandGateway commands,
      Invoices invoices,
      Writing writing,
      InvoiceViews views,
      Idempotent idempotent) {
    this.desk = desk;
    this.commands = commands;
    this.invoices = invoices;
    this.writing = writing;
    this.views = views;
    this.idempotent = idempotent;
  }

  ResponseEntity<Envelope<InvoiceView>> edit(
      Invoice invoice,
      Patch<InvoiceBody> patch,
      IfMatch version,
      HttpServletRequest request,
      Caller caller,
      Trail trail) {
    if (!invoice.isIssued()) {
      return idempotent.write(
          request,
          () -> {
            var edited = desk.edit(invoice.id(), patch, version, caller, trail);
            return Reply.ok(views.show(reread(edited), caller));
          });
    }
    requireMayAmend(caller);
    var wanted = version.or(patch.ifMatchVersion());
    wanted.check(invoice.version(), () -> views.show(invoice, caller));
    var amend = amend(invoice, patch, wanted, caller);
    var command = commands.ask(request, invoice.id(), amend, caller.actor());
    var view = views.show(reread(invoice), caller);
    return (command.isOpen() ? Reply.accepted(view) : Reply.ok(view)).entity();
  }

  /** An AGENT writes drafts; what was issued is out of their hands (RBC-07). */
  private static void requireMayAmend(Caller caller) {
    if (!caller.is(Role.STAFF)) {
      throw new Refused(
          ErrorCode.FORBIDDEN,
          "This invoice has its number, and your role %s edits drafts only; ask a colleague"
              .formatted(caller.role()),
          List.of(new Refused.Detail("", "Only drafts can be edited", "DRAFTS_ONLY")));
    }
  }

  private Amend amend(Invoice invoice, Patch<InvoiceBody> patch, IfMatch version, Caller caller) {
    var body = patch.onto(InvoiceBody.of(invoice));
    if (invoice.status().isBeforeSent()) {
      return new Amend(writing.read(body, caller), null, null, version.version());
    }
    var due = body.dueDate();
    var moved = due == null || due.equals(invoice.dueDate()) ? null : due;
    var note =
        Objects.equals(body.internalNote(), invoice.internalNote())
            ? null
            : Objects.requireNonNullElse(body.internalNote(), "");
    requireOnlyMovable(invoice, patch);
    return new Amend(null, moved, note, version.version());
  }

  /** From SENT on, only the due date and the internal note change (INV-21). */
  private static void requireOnlyMovable(Invoice invoice, Patch<InvoiceBody> patch) {
    for (var field :
        new String[] {
          "contact_id",
          "issue_date",
          "currency",
          "line_items",
          "discount",
          "reference",
          "notes",
          "terms",
          "language"
        }) {
      if (patch.names(field)) {
        throw Refused.conflict(
            "LOCKED",
            "The %s of a %s invoice does not change; void and duplicate it"
                .formatted(field, invoice.status()));
      }
    }
  }

  private Invoice reread(Invoice invoice) {
    return invoices.find(invoice.id()).orElseThrow(() -> Refused.notFound("Invoice"));
  }
}

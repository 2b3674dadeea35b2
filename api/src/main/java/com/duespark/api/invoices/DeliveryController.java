package com.duespark.api.invoices;

import com.duespark.api.commands.CommandGateway;
import com.duespark.api.invoices.CommandBodies.ResolveBody;
import com.duespark.api.invoices.InvoiceReadController.DeliveryView;
import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.KeyRequired;
import com.duespark.api.shared.Reply;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.commands.Command;
import com.duespark.domain.deliveries.Deliveries;
import com.duespark.domain.deliveries.Delivery;
import com.duespark.domain.deliveries.DeliveryType;
import com.duespark.domain.invoices.InvoiceCommand.ResolveDelivery;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.members.Role;
import com.duespark.domain.reminders.CadenceCommand.ResolveReminder;
import com.duespark.domain.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A person decides about a message whose outcome could not be found (EP-114). */
@RestController
@Tag(name = "Invoices")
class DeliveryController {

  private final CommandGateway commands;
  private final Deliveries deliveries;
  private final Invoices invoices;
  private final InvoiceViews views;

  DeliveryController(
      CommandGateway commands, Deliveries deliveries, Invoices invoices, InvoiceViews views) {
    this.commands = commands;
    this.deliveries = deliveries;
    this.invoices = invoices;
    this.views = views;
  }

  /**
   * What a resolved message leads to: one about an invoice changes that invoice, so the invoice is
   * shown; a reminder may be about several, so the message itself is.
   */
  @Schema(
      name = "ResolvedDelivery",
      oneOf = {InvoiceView.class, DeliveryView.class})
  sealed interface Resolved permits InvoiceView, DeliveryView {}

  @Allow(value = Role.STAFF, scopes = Scope.INVOICES_SEND)
  @Answers({200, 202})
  @KeyRequired
  @PostMapping("/v1/deliveries/{id}/resolve")
  @Operation(
      operationId = "resolveDelivery",
      summary =
          "Say what became of an UNKNOWN delivery; answers the invoice, of a reminder the delivery")
  ResponseEntity<Envelope<Resolved>> resolve(
      @PathVariable UUID id,
      @Valid @RequestBody ResolveBody body,
      HttpServletRequest request,
      Caller caller) {
    var delivery = find(id);
    var actor = caller.actor();
    var invoiceId = delivery.invoiceId();
    var contactId = delivery.contactId();
    if (invoiceId != null) {
      var asked = new ResolveDelivery(id, body.outcome());
      var command = commands.ask(request, invoiceId, asked, actor);
      return reply(command, views.show(invoices.find(invoiceId).orElseThrow(), caller));
    }
    if (delivery.type() == DeliveryType.REMINDER && contactId != null) {
      var asked = new ResolveReminder(id, body.outcome());
      var command = commands.ask(request, contactId, asked, actor);
      return reply(command, DeliveryView.of(find(id)));
    }
    throw missing();
  }

  private static ResponseEntity<Envelope<Resolved>> reply(Command command, Resolved view) {
    return (command.isOpen() ? Reply.accepted(view) : Reply.ok(view)).entity();
  }

  private Delivery find(UUID id) {
    return deliveries.find(id).orElseThrow(DeliveryController::missing);
  }

  private static Refused missing() {
    return Refused.notFound("Delivery");
  }
}

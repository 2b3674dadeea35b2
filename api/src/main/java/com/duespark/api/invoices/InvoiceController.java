package com.duespark.api.invoices;

import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Deleted;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.Paging;
import com.duespark.api.shared.Patch;
import com.duespark.api.shared.Reply;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.invoices.Invoice;
import com.duespark.domain.invoices.InvoicePages;
import com.duespark.domain.invoices.Invoices;
import com.duespark.domain.invoices.ReportedStatus;
import com.duespark.domain.members.Role;
import com.duespark.domain.shared.Refused;
import com.duespark.domain.tenants.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Invoices: lists, details and desk work (EP-080 to EP-082, EP-094). */
@RestController
@RequestMapping("/v1/invoices")
@Tag(name = "Invoices")
class InvoiceController {

  /** Most rows a search looks through. */
  private static final int SEARCH_LIMIT = 500;

  private final Invoices invoices;
  private final InvoiceDesk desk;
  private final InvoiceEditing editing;
  private final InvoiceViews views;
  private final InvoiceLists lists;
  private final Tenants tenants;
  private final Idempotent idempotent;

  InvoiceController(
      Invoices invoices,
      InvoiceDesk desk,
      InvoiceEditing editing,
      InvoiceViews views,
      InvoiceLists lists,
      Tenants tenants,
      Idempotent idempotent) {
    this.invoices = invoices;
    this.desk = desk;
    this.editing = editing;
    this.views = views;
    this.lists = lists;
    this.tenants = tenants;
    this.idempotent = idempotent;
  }

  @Allow(value = Role.VIEWER, scopes = Scope.INVOICES_READ)
  @GetMapping
  @Operation(
      operationId = "listInvoices",
      summary = "List invoices, newest first unless sorted otherwise")
  Envelope<List<InvoiceView>> list(
      @RequestParam(required = false) @Nullable ReportedStatus status,
      @RequestParam(required = false) @Nullable Boolean overdue,
      @RequestParam(name = "contact_id", required = false) @Nullable UUID contactId,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String q,
      @Parameter(
              description =
                  "Only those that were settled long ago and are archived, or only the others")
          @RequestParam(required = false)
          @Nullable Boolean archived,
      Paging paging,
      Caller caller) {
    var matches = q == null || q.isBlank() ? null : invoices.search(q.strip(), SEARCH_LIMIT);
    return lists.page(
        new InvoicePages.Filter(
            status,
            overdue,
            tenants.today(),
            contactId,
            from,
            to,
            matches,
            archived,
            caller.agent()),
        paging,
        caller);
  }

  @Allow(value = Role.AGENT, scopes = Scope.INVOICES_WRITE)
  @Answers(201)
  @PostMapping
  @Operation(operationId = "createInvoice", summary = "Create a draft invoice")
  ResponseEntity<Envelope<InvoiceView>> create(
      @Valid @RequestBody InvoiceBody body,
      HttpServletRequest request,
      Caller caller,
      Trail trail) {
    return idempotent.write(
        request, () -> Reply.created(views.show(reread(desk.create(body, caller, trail)), caller)));
  }

  @Allow(value = Role.VIEWER, scopes = Scope.INVOICES_READ)
  @GetMapping("/{id}")
  @Operation(operationId = "getInvoice", summary = "Show an invoice")
  Envelope<InvoiceView> show(@PathVariable UUID id, Caller caller) {
    return Envelope.of(views.show(find(id), caller));
  }

  @Allow(value = Role.AGENT, scopes = Scope.INVOICES_WRITE)
  @Answers({200, 202})
  @PatchMapping("/{id}")
  @Operation(
      operationId = "editInvoice",
      summary = "Edit a draft, or amend an issued invoice as far as it may change")
  ResponseEntity<Envelope<InvoiceView>> edit(
      @PathVariable UUID id,
      Patch<InvoiceBody> patch,
      IfMatch version,
      HttpServletRequest request,
      Caller caller,
      Trail trail) {
    return editing.edit(find(id), patch, version, request, caller, trail);
  }

  @Allow(value = Role.STAFF, scopes = Scope.INVOICES_WRITE)
  @DeleteMapping("/{id}")
  @Operation(operationId = "deleteInvoice", summary = "Delete a draft that has no number")
  ResponseEntity<Envelope<Deleted>> delete(
      @PathVariable UUID id, HttpServletRequest request, Trail trail) {
    return idempotent.write(
        request,
        () -> {
          desk.delete(id, trail);
          return Reply.ok(new Deleted(id));
        });
  }

  @Allow(value = Role.AGENT, scopes = Scope.INVOICES_WRITE)
  @Answers(201)
  @PostMapping("/{id}/duplicate")
  @Operation(operationId = "duplicateInvoice", summary = "Copy an invoice into a new draft")
  ResponseEntity<Envelope<InvoiceView>> duplicate(
      @PathVariable UUID id, HttpServletRequest request, Caller caller, Trail trail) {
    return idempotent.write(
        request,
        () -> Reply.created(views.show(reread(desk.duplicate(id, caller, trail)), caller)));
  }

  private Invoice find(UUID id) {
    return invoices.find(id).orElseThrow(() -> Refused.notFound("Invoice"));
  }

  /** With the times that the database wrote. */
  private Invoice reread(Invoice saved) {
    return find(saved.id());
  }
}

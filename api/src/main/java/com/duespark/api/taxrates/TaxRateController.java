package com.duespark.api.taxrates;

import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.Patch;
import com.duespark.api.shared.Reply;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.members.Role;
import com.duespark.domain.taxrates.TaxRates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tax rates: EP-021. */
@RestController
@RequestMapping("/v1/tax-rates")
@Tag(name = "Settings")
class TaxRateController {

  private final TaxRates rates;
  private final TaxRateDesk desk;
  private final Idempotent idempotent;

  TaxRateController(TaxRates rates, TaxRateDesk desk, Idempotent idempotent) {
    this.rates = rates;
    this.desk = desk;
    this.idempotent = idempotent;
  }

  @GetMapping
  @Allow(value = Role.VIEWER, scopes = Scope.SETTINGS_READ)
  @Operation(operationId = "listTaxRates", summary = "All tax rates, by code")
  Envelope<List<TaxRateView>> list(Caller caller) {
    return Envelope.of(rates.all().stream().map(rate -> TaxRateView.of(rate, caller)).toList());
  }

  @PostMapping
  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @Answers(201)
  @Operation(operationId = "createTaxRate", summary = "Add a tax rate")
  ResponseEntity<Envelope<TaxRateView>> create(
      @RequestBody @Valid NewTaxRateBody body,
      Caller caller,
      Trail trail,
      HttpServletRequest request) {
    return idempotent.write(request, () -> Reply.created(desk.create(body, caller, trail)));
  }

  @PatchMapping("/{id}")
  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @Operation(operationId = "updateTaxRate", summary = "Change a tax rate for documents to come")
  ResponseEntity<Envelope<TaxRateView>> update(
      @PathVariable UUID id,
      Patch<TaxRateBody> patch,
      IfMatch ifMatch,
      Caller caller,
      Trail trail,
      HttpServletRequest request) {
    return idempotent.write(
        request,
        () -> Reply.ok(desk.update(id, patch, ifMatch.or(patch.ifMatchVersion()), caller, trail)));
  }

  @DeleteMapping("/{id}")
  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @Operation(operationId = "deleteTaxRate", summary = "Delete a tax rate; archive it when used")
  ResponseEntity<Envelope<TaxRateView>> delete(
      @PathVariable UUID id,
      IfMatch ifMatch,
      Caller caller,
      Trail trail,
      HttpServletRequest request) {
    return idempotent.write(request, () -> Reply.ok(desk.delete(id, ifMatch, caller, trail)));
  }
}

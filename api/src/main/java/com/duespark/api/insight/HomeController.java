package com.duespark.api.insight;

import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Envelope;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.members.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The home page (EP-025). */
@RestController
@Tag(name = "Insight")
class HomeController {

  private final HomeReader reader;

  HomeController(HomeReader reader) {
    this.reader = reader;
  }

  @Allow(
      value = Role.VIEWER,
      scopes = {Scope.INVOICES_READ, Scope.PAYMENTS_READ, Scope.REMINDERS_READ})
  @GetMapping("/v1/home/summary")
  @Operation(
      operationId = "getHomeSummary",
      summary = "Money per currency, what needs a person, what is sent next")
  Envelope<HomeView> summary(Caller caller) {
    return Envelope.of(reader.read(caller));
  }
}

package com.duespark.api.testclock;

import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.Reply;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.members.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Moves a test business through time (EP-114b, BEY-21). */
@RestController
@Tag(name = "Test clock")
class TestClockController {

  private final ClockDesk desk;
  private final Idempotent idempotent;

  TestClockController(ClockDesk desk, Idempotent idempotent) {
    this.desk = desk;
    this.idempotent = idempotent;
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @GetMapping("/v1/test-clock")
  @Operation(operationId = "getTestClock", summary = "The business's time and what comes next")
  Envelope<ClockView> show() {
    return Envelope.of(desk.read());
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @Answers(202)
  @PostMapping("/v1/test-clock")
  @Operation(
      operationId = "moveTestClock",
      summary = "Move a test business forward; everything due on the way happens in order")
  @ApiResponse(responseCode = "202", description = "On its way", useReturnTypeSchema = true)
  ResponseEntity<Envelope<ClockView>> move(
      @Valid @RequestBody ClockBody body, Caller caller, Trail trail, HttpServletRequest request) {
    return idempotent.write(request, () -> Reply.accepted(desk.move(body, trail)));
  }
}

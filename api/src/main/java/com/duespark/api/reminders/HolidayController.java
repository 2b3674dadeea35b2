package com.duespark.api.reminders;

import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.Caller;
import com.duespark.api.shared.Cursor;
import com.duespark.api.shared.Deleted;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.Paging;
import com.duespark.api.shared.Reply;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.members.Role;
import com.duespark.domain.reminders.Holiday;
import com.duespark.domain.reminders.Holidays;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The business's own free days (EP-110). */
@RestController
@RequestMapping("/v1/holidays")
@Tag(name = "Reminders")
class HolidayController {

  private static final String BY_DAY = "day";

  private final Holidays holidays;
  private final HolidayDesk desk;
  private final Idempotent idempotent;

  HolidayController(Holidays holidays, HolidayDesk desk, Idempotent idempotent) {
    this.holidays = holidays;
    this.desk = desk;
    this.idempotent = idempotent;
  }

  /** A free day. */
  @Schema(name = "Holiday")
  record HolidayView(UUID id, LocalDate day, String name) {

    static HolidayView of(Holiday holiday) {
      return new HolidayView(holiday.id(), holiday.day(), holiday.name());
    }
  }

  /** A day to keep free. */
  @Schema(name = "NewHoliday")
  record HolidayBody(@NotNull LocalDate day, @NotBlank @Size(max = 200) String name) {}

  @Allow(value = Role.VIEWER, scopes = Scope.SETTINGS_READ)
  @GetMapping
  @Operation(operationId = "listHolidays", summary = "The business's own free days, by day")
  Envelope<List<HolidayView>> list(Paging paging) {
    paging.sortBy(BY_DAY);
    var after = paging.after(BY_DAY);
    return paging.page(
        holidays.page(after == null ? null : after.day(), paging.fetch()),
        HolidayView::of,
        holiday -> new Cursor(BY_DAY, holiday.day().toString(), holiday.id()),
        holidays::count);
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @Answers(201)
  @PostMapping
  @Operation(operationId = "createHoliday", summary = "Keep a day free; reminders move off it")
  ResponseEntity<Envelope<HolidayView>> create(
      @Valid @RequestBody HolidayBody body,
      HttpServletRequest request,
      Caller caller,
      Trail trail) {
    return idempotent.write(
        request,
        () ->
            Reply.created(
                HolidayView.of(desk.add(body.day(), body.name().strip(), caller, trail))));
  }

  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @DeleteMapping("/{id}")
  @Operation(operationId = "deleteHoliday", summary = "Make a free day a working day again")
  ResponseEntity<Envelope<Deleted>> delete(
      @PathVariable UUID id, HttpServletRequest request, Trail trail) {
    return idempotent.write(request, () -> Reply.ok(desk.remove(id, trail)));
  }
}

package com.duespark.api.tenants;

import com.duespark.api.shared.Allow;
import com.duespark.api.shared.Envelope;
import com.duespark.api.shared.Idempotent;
import com.duespark.api.shared.Reply;
import com.duespark.domain.apikeys.Scope;
import com.duespark.domain.audit.Audit;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.members.Role;
import com.duespark.domain.numbering.NumberKind;
import com.duespark.domain.numbering.Numbers;
import com.duespark.domain.numbering.Series;
import com.duespark.domain.shared.Tenant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Number series: EP-020. */
@RestController
@RequestMapping("/v1/settings/numbering")
@Tag(name = "Settings")
class NumberingController {

  /** A series; {@code preview} is the number it would give next. */
  record SeriesView(NumberKind kind, String prefix, int padding, long nextValue, String preview) {

    static SeriesView of(Series series) {
      return new SeriesView(
          series.kind(), series.prefix(), series.padding(), series.nextValue(), series.preview());
    }
  }

  /** Changes one series; what is absent stays. */
  record SeriesBody(
      @NotNull NumberKind kind,
      @Pattern(regexp = "[A-Za-z0-9/_-]{0,20}") @Nullable String prefix,
      @Min(1) @Max(12) @Nullable Integer padding,
      @Min(1) @Max(999_999_999_999L) @Nullable Long nextValue) {}

  private final Numbers numbers;
  private final Audit audit;
  private final Idempotent idempotent;

  NumberingController(Numbers numbers, Audit audit, Idempotent idempotent) {
    this.numbers = numbers;
    this.audit = audit;
    this.idempotent = idempotent;
  }

  @GetMapping
  @Allow(value = Role.ADMIN, scopes = Scope.SETTINGS_READ)
  @Operation(operationId = "getNumbering", summary = "All number series")
  Envelope<List<SeriesView>> get() {
    return Envelope.of(numbers.all().stream().map(SeriesView::of).toList());
  }

  @PatchMapping
  @Allow(
      value = Role.ADMIN,
      scopes = {})
  @Operation(operationId = "updateNumbering", summary = "Change one number series, forwards only")
  ResponseEntity<Envelope<SeriesView>> update(
      @RequestBody @Valid SeriesBody body, Trail trail, HttpServletRequest request) {
    return idempotent.write(request, () -> Reply.ok(change(body, trail)));
  }

  private SeriesView change(SeriesBody body, Trail trail) {
    var before = numbers.lock(body.kind());
    var after =
        numbers.change(
            body.kind(),
            Objects.requireNonNullElse(body.prefix(), before.prefix()),
            Objects.requireNonNullElse(body.padding(), before.padding()),
            Objects.requireNonNullElse(body.nextValue(), before.nextValue()));
    audit.record(trail, "numbering.updated", "number_sequence", Tenant.id(), before, after);
    return SeriesView.of(after);
  }
}

package com.duespark.api.portal;

import com.duespark.api.invoices.Papers;
import com.duespark.api.portal.PortalAnswers.Wrong;
import com.duespark.api.portal.PortalViews.Arrival;
import com.duespark.api.portal.PortalVisits.Visit;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.Envelope;
import com.duespark.documents.portal.PortalPage;
import com.duespark.documents.portal.PortalQuestion;
import com.duespark.domain.commands.Command;
import com.duespark.domain.reminders.PayerRules;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a payer names a day or says what is wrong (EP-201a). Plain forms, which come back with the
 * reason when an answer is not taken; programs send JSON to the same addresses.
 */
@RestController
@RequestMapping("/portal/invoices/{secret}")
@Tag(name = "Portal")
class PortalAnswerController {

  private static final String PATH = "/portal/invoices/";

  private final PortalVisits visits;
  private final PortalViews views;
  private final PortalAnswers answers;
  private final PortalReplies replies;
  private final Papers papers;

  PortalAnswerController(
      PortalVisits visits,
      PortalViews views,
      PortalAnswers answers,
      PortalReplies replies,
      Papers papers) {
    this.visits = visits;
    this.views = views;
    this.answers = answers;
    this.replies = replies;
    this.papers = papers;
  }

  /**
   * A day to pay on.
   *
   * @param promisedOn from today, at most 30 days ahead
   */
  @Schema(name = "PortalPromise")
  record PromiseBody(@Nullable LocalDate promisedOn, @Nullable String note) {}

  /**
   * What is wrong.
   *
   * @param details a few words; needed unless it is not the payer's invoice
   */
  @Schema(name = "PortalDispute")
  record DisputeBody(@Nullable Wrong reason, @Nullable String details) {}

  // ------------------------------------------------------------------ a day

  @GetMapping(value = "/promise", produces = MediaType.TEXT_HTML_VALUE)
  @Operation(operationId = "portalPromisePage", summary = "Asks on which day the payer will pay")
  ResponseEntity<String> promisePage(@PathVariable String secret, HttpServletRequest request) {
    return page(secret, request, visit -> promisePage(secret, visit, null, null));
  }

  @PostMapping(value = "/promise", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  @Operation(hidden = true)
  ResponseEntity<String> promise(
      @PathVariable String secret,
      @RequestParam(name = "promised_on", required = false) @Nullable String chosen,
      @RequestParam(name = "other_day", required = false) @Nullable String other,
      @RequestParam(required = false) @Nullable String note,
      HttpServletRequest request) {
    return form(
        secret,
        request,
        visit -> answers.promise(request, visit, day(other, chosen), note),
        (visit, problem) -> promisePage(secret, visit, problem, note));
  }

  @PostMapping(value = "/promise", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Answers({200, 202})
  @Operation(operationId = "portalPromise", summary = "Promise to pay on a day")
  ResponseEntity<Envelope<PortalJson>> promise(
      @PathVariable String secret, @RequestBody PromiseBody body, HttpServletRequest request) {
    return json(
        secret, request, visit -> answers.promise(request, visit, body.promisedOn(), body.note()));
  }

  private String promisePage(
      String secret, Visit visit, @Nullable String problem, @Nullable String note) {
    var days = answers.days(visit.invoiceId());
    return PortalPage.promise(
        question(secret, "/promise", visit, problem, note),
        days.nearest(),
        days.first(),
        days.last(),
        PayerRules.NOTE);
  }

  // ------------------------------------------------------------------ what is wrong

  @GetMapping(value = "/dispute", produces = MediaType.TEXT_HTML_VALUE)
  @Operation(operationId = "portalDisputePage", summary = "Asks what is wrong with the invoice")
  ResponseEntity<String> disputePage(@PathVariable String secret, HttpServletRequest request) {
    return page(secret, request, visit -> disputePage(secret, visit, null, null));
  }

  @PostMapping(value = "/dispute", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  @Operation(hidden = true)
  ResponseEntity<String> dispute(
      @PathVariable String secret,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(required = false) @Nullable String details,
      HttpServletRequest request) {
    return form(
        secret,
        request,
        visit -> answers.dispute(request, visit, wrong(reason), details),
        (visit, problem) -> disputePage(secret, visit, problem, details));
  }

  @PostMapping(value = "/dispute", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Answers({200, 202})
  @Operation(operationId = "portalDispute", summary = "Say what is wrong with the invoice")
  ResponseEntity<Envelope<PortalJson>> dispute(
      @PathVariable String secret, @RequestBody DisputeBody body, HttpServletRequest request) {
    return json(
        secret, request, visit -> answers.dispute(request, visit, body.reason(), body.details()));
  }

  private String disputePage(
      String secret, Visit visit, @Nullable String problem, @Nullable String details) {
    return PortalPage.dispute(
        question(secret, "/dispute", visit, problem, details), Wrong.choices(), PayerRules.NOTE);
  }

  // ------------------------------------------------------------------ helpers

  private PortalQuestion question(
      String secret, String where, Visit visit, @Nullable String problem, @Nullable String word) {
    return new PortalQuestion(
        papers.draw(visit.invoiceId()).document(),
        PATH + secret + where,
        PATH + secret,
        problem,
        word);
  }

  private ResponseEntity<String> page(
      String secret, HttpServletRequest request, Function<Visit, String> drawing) {
    try {
      return visits.visit(
          secret, request, visit -> replies.html(HttpStatus.OK, drawing.apply(visit)));
    } catch (Refused refused) {
      return replies.problem(refused);
    }
  }

  /** Back to the invoice when it was taken; else the form again, with the reason. */
  private ResponseEntity<String> form(
      String secret,
      HttpServletRequest request,
      Consumer<Visit> act,
      BiFunction<Visit, String, String> again) {
    try {
      return visits.visit(
          secret,
          request,
          visit -> {
            try {
              act.accept(visit);
              return replies.goTo(PATH + secret);
            } catch (Refused refused) {
              if (refused.code() == ErrorCode.RATE_LIMITED) {
                throw refused;
              }
              return replies.html(
                  HttpStatus.valueOf(refused.code().status()), again.apply(visit, refused.say()));
            }
          });
    } catch (Refused refused) {
      return replies.problem(refused);
    }
  }

  private ResponseEntity<Envelope<PortalJson>> json(
      String secret, HttpServletRequest request, Function<Visit, Command> act) {
    return visits.visit(
        secret,
        request,
        visit -> {
          boolean open = act.apply(visit).isOpen();
          var view = views.show(visit, PATH + secret, Arrival.BY_LINK);
          return ResponseEntity.status(open ? HttpStatus.ACCEPTED : HttpStatus.OK)
              .headers(replies.quiet())
              .body(Envelope.of(PortalJson.of(view)));
        });
  }

  /** A date that was typed goes before one that was tapped. */
  private static @Nullable LocalDate day(@Nullable String other, @Nullable String chosen) {
    var text = other == null || other.isBlank() ? chosen : other;
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw Refused.invalid("promised_on", "FORMAT", "Write the day as year-month-day");
    }
  }

  private static @Nullable Wrong wrong(@Nullable String reason) {
    return Stream.of(Wrong.values())
        .filter(wrong -> wrong.name().equals(reason))
        .findFirst()
        .orElse(null);
  }
}

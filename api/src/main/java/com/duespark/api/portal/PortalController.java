package com.duespark.api.portal;

import com.duespark.api.commands.CommandGateway;
import com.duespark.api.invoices.Papers;
import com.duespark.api.invoices.PdfAnswer;
import com.duespark.api.portal.PortalViews.Arrival;
import com.duespark.api.shared.Envelope;
import com.duespark.documents.portal.PortalAssets;
import com.duespark.documents.portal.PortalPage;
import com.duespark.domain.invoices.InvoiceCommand.Checkout;
import com.duespark.domain.portal.PortalLinks;
import com.duespark.domain.shared.ErrorCode;
import com.duespark.domain.shared.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The payer's page (EP-200, EP-201, EP-203). No login, no script; the secret in the path is the
 * key.
 */
@RestController
@Tag(name = "Portal")
class PortalController {

  private final PortalVisits visits;
  private final PortalViews views;
  private final Papers papers;
  private final PortalLinks links;
  private final CommandGateway commands;
  private final PortalReplies replies;

  PortalController(
      PortalVisits visits,
      PortalViews views,
      Papers papers,
      PortalLinks links,
      CommandGateway commands,
      PortalReplies replies) {
    this.visits = visits;
    this.views = views;
    this.papers = papers;
    this.links = links;
    this.commands = commands;
    this.replies = replies;
  }

  @GetMapping(value = "/portal/invoices/{secret}", produces = MediaType.TEXT_HTML_VALUE)
  @Operation(operationId = "portalPage", summary = "The payer's page")
  ResponseEntity<String> page(
      @PathVariable String secret,
      @RequestParam(required = false) @Nullable String paid,
      @RequestParam(required = false) @Nullable String cancelled,
      HttpServletRequest request) {
    try {
      var view =
          visits.visit(
              secret,
              request,
              visit -> views.show(visit, "/portal/invoices/" + secret, arrival(paid, cancelled)));
      return replies.html(HttpStatus.OK, PortalPage.render(view));
    } catch (Refused refused) {
      return replies.problem(refused);
    }
  }

  private static Arrival arrival(@Nullable String paid, @Nullable String cancelled) {
    if (paid != null) {
      return Arrival.FROM_PAYING;
    }
    return cancelled == null ? Arrival.BY_LINK : Arrival.FROM_CANCELLING;
  }

  @GetMapping(value = "/portal/invoices/{secret}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "portalInvoice", summary = "The payer's invoice")
  ResponseEntity<Envelope<PortalJson>> json(
      @PathVariable String secret, HttpServletRequest request) {
    var view =
        visits.visit(
            secret,
            request,
            visit -> views.show(visit, "/portal/invoices/" + secret, Arrival.BY_LINK));
    return ResponseEntity.ok().headers(replies.quiet()).body(Envelope.of(PortalJson.of(view)));
  }

  /** A form gets the card page by 303, a program gets its address. */
  @PostMapping("/portal/invoices/{secret}/pay")
  @Operation(operationId = "portalPay", summary = "Go and pay the balance by card")
  @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
  @ApiResponse(
      responseCode = "303",
      description = "To the card page, for a browser",
      content = @Content)
  ResponseEntity<?> pay(@PathVariable String secret, HttpServletRequest request) {
    boolean form = accepts(request, MediaType.TEXT_HTML_VALUE);
    try {
      var command =
          visits.visit(
              secret,
              request,
              visit ->
                  commands.ask(
                      request, visit.invoiceId(), new Checkout(visit.tokenId()), "portal"));
      var result = command.result();
      if (result == null || result.url() == null) {
        throw new Refused(
            ErrorCode.UNAVAILABLE,
            "The payment page is not ready yet; please try again in a moment",
            List.of());
      }
      return wantsJson(request)
          ? ResponseEntity.ok()
              .headers(replies.quiet())
              .body(Envelope.of(Map.of("url", result.url())))
          : ResponseEntity.status(HttpStatus.SEE_OTHER)
              .headers(replies.quiet())
              .location(URI.create(result.url()))
              .build();
    } catch (Refused refused) {
      if (form && refused.code() != ErrorCode.LINK_EXPIRED) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
            .headers(replies.quiet())
            .location(URI.create("/portal/invoices/" + secret + "?cancelled=1"))
            .build();
      }
      if (form) {
        return replies.problem(refused);
      }
      throw refused;
    }
  }

  private static boolean accepts(HttpServletRequest request, String type) {
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(type);
  }

  private static boolean wantsJson(HttpServletRequest request) {
    return accepts(request, "json") && !accepts(request, MediaType.TEXT_HTML_VALUE);
  }

  @GetMapping(value = "/portal/invoices/{secret}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Operation(operationId = "portalPdf", summary = "The invoice as PDF")
  ResponseEntity<byte[]> pdf(@PathVariable String secret, HttpServletRequest request) {
    return visits.visit(
        secret,
        request,
        visit ->
            PdfAnswer.of(
                papers.invoice(visit.invoiceId(), links.page(visit.tokenId())), replies.quiet()));
  }

  @GetMapping(
      value = "/portal/invoices/{secret}/receipt",
      produces = MediaType.APPLICATION_PDF_VALUE)
  @Operation(operationId = "portalReceipt", summary = "The receipt of the latest payment as PDF")
  ResponseEntity<byte[]> receipt(@PathVariable String secret, HttpServletRequest request) {
    return visits.visit(
        secret,
        request,
        visit -> PdfAnswer.of(papers.latestReceipt(visit.invoiceId()), replies.quiet()));
  }

  @GetMapping("/portal/assets/{name}")
  @Operation(hidden = true)
  ResponseEntity<byte[]> asset(@PathVariable String name) {
    return PortalAssets.find(name)
        .map(
            asset ->
                ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(asset.contentType()))
                    .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                    .body(asset.bytes()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}

package com.duespark.api.exports;

import com.duespark.api.shared.AllowPublic;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The archive behind a link (XPT-04). */
@RestController
@Tag(name = "Export")
class ExportFileController {

  private static final String ZIP = "application/zip";

  private final ExportFiles files;

  ExportFileController(ExportFiles files) {
    this.files = files;
  }

  @AllowPublic
  @GetMapping("/v1/export-files/{token}")
  @Operation(operationId = "getExportFile", summary = "The archive; the link is the key to it")
  @ApiResponse(
      responseCode = "200",
      description = "The archive",
      content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
  void file(@PathVariable String token, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var file = files.open(token, request);
    response.setContentType(ZIP);
    response.setContentLengthLong(file.bytes());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(file.name()).build().toString());
    files.write(file, response.getOutputStream());
  }
}

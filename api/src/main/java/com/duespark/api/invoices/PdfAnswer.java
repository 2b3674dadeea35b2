package com.duespark.api.invoices;

import com.duespark.api.invoices.Papers.Paper;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A PDF as an answer: shown in the browser, saved under its own name, kept by nobody in between.
 */
public final class PdfAnswer {

  private PdfAnswer() {}

  public static ResponseEntity<byte[]> of(Paper paper) {
    return of(paper, new HttpHeaders());
  }

  /** With headers of the door it goes through. */
  public static ResponseEntity<byte[]> of(Paper paper, HttpHeaders headers) {
    var name = ContentDisposition.inline().filename(paper.name(), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .headers(headers)
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .body(paper.bytes());
  }
}

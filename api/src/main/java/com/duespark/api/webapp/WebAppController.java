package com.duespark.api.webapp;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The front page, or one sentence where the program was built without the web app. */
@RestController
@Hidden
class WebAppController {

  private static final String MISSING = "The web app was not built; the API is under /v1.\n";

  private final ResponseEntity<byte[]> front;

  WebAppController(@Value("classpath:" + WebAppConfiguration.BUILD + "index.html") Resource index)
      throws IOException {
    this.front = index.exists() ? page(index.getContentAsByteArray()) : missing();
  }

  private static ResponseEntity<byte[]> page(byte[] html) {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_HTML)
        .cacheControl(CacheControl.noCache())
        .eTag('"' + DigestUtils.md5DigestAsHex(html) + '"')
        .body(html);
  }

  private static ResponseEntity<byte[]> missing() {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .body(MISSING.getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/")
  ResponseEntity<byte[]> front() {
    return front;
  }
}

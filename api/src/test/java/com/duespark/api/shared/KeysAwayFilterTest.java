package com.duespark.api.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import tools.jackson.databind.json.JsonMapper;

class KeysAwayFilterTest {

  @Test
  void whoCannotBeCheckedIsAskedToComeBack() throws ServletException, IOException {
    var response = new MockHttpServletResponse();

    new KeysAwayFilter(new Errors(JsonMapper.shared()))
        .doFilter(
            new MockHttpServletRequest(),
            response,
            (request, answer) -> {
              throw new AuthenticationServiceException("Clerk is away");
            });

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getContentAsString()).contains("UNAVAILABLE").doesNotContain("Clerk");
  }
}

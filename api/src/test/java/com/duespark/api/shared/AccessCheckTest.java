package com.duespark.api.shared;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duespark.domain.members.Role;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class AccessCheckTest {

  /** Handlers as a controller would have them. */
  static class Handlers {
    void silent() {}

    @Allow(
        value = Role.VIEWER,
        scopes = {})
    void spoken() {}
  }

  @Test
  void aHandlerThatDoesNotSayWhoMayCallItStopsTheStart() {
    assertThatThrownBy(() -> start("/v1/things", "silent"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Handlers#silent");
    assertThatCode(() -> start("/v1/things", "spoken")).doesNotThrowAnyException();
    assertThatCode(() -> start("/portal/things", "silent")).doesNotThrowAnyException();
  }

  private static void start(String path, String handler) throws NoSuchMethodException {
    var mapping = new RequestMappingHandlerMapping();
    mapping.registerMapping(
        RequestMappingInfo.paths(path).build(),
        new Handlers(),
        Handlers.class.getDeclaredMethod(handler));
    new AccessCheck(mapping).afterSingletonsInstantiated();
  }
}

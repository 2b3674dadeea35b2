package com.duespark.api.shared;

import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Stops the start when a handler under {@code /v1} does not say who may call it. */
@Component
class AccessCheck implements SmartInitializingSingleton {

  private final RequestMappingHandlerMapping mapping;

  AccessCheck(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public void afterSingletonsInstantiated() {
    var silent =
        mapping.getHandlerMethods().entrySet().stream()
            .filter(entry -> isApi(entry.getKey()) && !saysWho(entry.getValue()))
            .map(Map.Entry::getValue)
            .map(HandlerMethod::getShortLogMessage)
            .sorted()
            .toList();
    if (!silent.isEmpty()) {
      throw new IllegalStateException(
          "Say with @Allow, @AllowSignedIn, @AllowStaff or @AllowPublic who may call " + silent);
    }
  }

  private static boolean isApi(RequestMappingInfo info) {
    return info.getPatternValues().stream()
        .anyMatch(pattern -> pattern.startsWith("/v1/") && !pattern.startsWith("/v1/openapi"));
  }

  private static boolean saysWho(HandlerMethod method) {
    return Stream.of(Allow.class, AllowSignedIn.class, AllowStaff.class, AllowPublic.class)
        .anyMatch(method::hasMethodAnnotation);
  }
}

package com.duespark.api.openapi;

import com.duespark.api.shared.Patch;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Adds a schema {@code <Content>Patch} for each merge patch: the content with nothing required. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PatchSchemas implements GlobalOpenApiCustomizer {

  private final RequestMappingHandlerMapping mapping;

  PatchSchemas(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public void customise(OpenAPI api) {
    mapping.getHandlerMethods().values().stream()
        .flatMap(handler -> Stream.of(handler.getMethodParameters()))
        .filter(parameter -> parameter.getParameterType() == Patch.class)
        .map(parameter -> ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve())
        .filter(Objects::nonNull)
        .distinct()
        .forEach(type -> add(api, type));
  }

  private static void add(OpenAPI api, Class<?> type) {
    ModelConverters.getInstance(true)
        .readAll(new AnnotatedType(type))
        .forEach(
            (name, schema) -> {
              if (name.equals(type.getSimpleName())) {
                api.getComponents().addSchemas(name + "Patch", optional(schema));
              } else {
                api.getComponents().getSchemas().putIfAbsent(name, schema);
              }
            });
  }

  private static Schema<?> optional(Schema<?> content) {
    content.setRequired(null);
    return content.addProperty("if_match_version", new IntegerSchema());
  }
}

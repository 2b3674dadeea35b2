package com.duespark.api.openapi;

import com.duespark.api.shared.Allow;
import com.duespark.api.shared.AllowSignedIn;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.KeyRequired;
import com.duespark.api.shared.Paging;
import com.duespark.api.shared.Patch;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** Describes what the standards add to every handler: role, keys, versions, pages, errors. */
@Component
class Operations implements GlobalOperationCustomizer {

  private static final String JSON = "application/json";

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    role(operation, handler);
    headers(operation, handler);
    if (takes(handler, Paging.class).isPresent()) {
      paging(operation);
    }
    takes(handler, Patch.class).ifPresent(patch -> patch(operation, patch));
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("Refused; the code says why")
                .content(content("#/components/schemas/" + OpenApiConfiguration.ERROR)));
    return operation;
  }

  private static void role(Operation operation, HandlerMethod handler) {
    var allow = handler.getMethodAnnotation(Allow.class);
    if (allow != null || handler.hasMethodAnnotation(AllowSignedIn.class)) {
      operation.addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.BEARER));
    }
    if (allow != null) {
      operation.addExtension("x-role", allow.value().name());
    }
  }

  private static void headers(Operation operation, HandlerMethod handler) {
    var keyRequired = handler.hasMethodAnnotation(KeyRequired.class);
    var secured = operation.getSecurity() != null;
    if (keyRequired || (secured && !handler.hasMethodAnnotation(GetMapping.class))) {
      operation.addParametersItem(
          header("Idempotency-Key", "A UUID; the same for every retry", keyRequired)
              .schema(new StringSchema().format("uuid")));
    }
    if (takes(handler, IfMatch.class).isPresent()) {
      operation.addParametersItem(
          header("If-Match", "The ETag or version to change", false).schema(new StringSchema()));
    }
  }

  private static void paging(Operation operation) {
    var limit = new IntegerSchema();
    limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(100)).setDefault(20);
    operation
        .addParametersItem(query("limit", limit))
        .addParametersItem(query("cursor", new StringSchema()))
        .addParametersItem(query("include_total", new BooleanSchema()))
        .addParametersItem(query("sort", new StringSchema()));
  }

  /** A merge patch has the fields of the content, all of them optional. */
  private static void patch(Operation operation, MethodParameter parameter) {
    var type = ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve();
    if (type != null) {
      operation.setRequestBody(
          new RequestBody()
              .required(true)
              .content(content("#/components/schemas/" + type.getSimpleName() + "Patch")));
    }
  }

  private static Optional<MethodParameter> takes(HandlerMethod handler, Class<?> type) {
    return Stream.of(handler.getMethodParameters())
        .filter(parameter -> parameter.getParameterType() == type)
        .findFirst();
  }

  private static Content content(String reference) {
    return new Content().addMediaType(JSON, new MediaType().schema(new Schema<>().$ref(reference)));
  }

  private static Parameter header(String name, String description, boolean required) {
    return new Parameter().in("header").name(name).description(description).required(required);
  }

  private static Parameter query(String name, Schema<?> schema) {
    return new Parameter().in("query").name(name).required(false).schema(schema);
  }
}

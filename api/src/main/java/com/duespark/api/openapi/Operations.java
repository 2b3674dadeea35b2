package com.duespark.api.openapi;

import com.duespark.api.shared.Allow;
import com.duespark.api.shared.AllowSignedIn;
import com.duespark.api.shared.AllowStaff;
import com.duespark.api.shared.Answers;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.KeyRequired;
import com.duespark.api.shared.Paging;
import com.duespark.api.shared.Patch;
import com.duespark.domain.apikeys.Scope;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes what the standards add to every handler: role, scopes, statuses, keys, versions, pages,
 * errors.
 */
@Component
class Operations implements GlobalOperationCustomizer {

  private static final String JSON = "application/json";
  private static final String PDF = "application/pdf";
  private static final Map<Integer, String> DONE =
      Map.of(200, "OK", 201, "Created", 202, "Kept, done later");
  private static final String PROBLEM = "application/problem+json";
  private static final String HTML = "text/html";

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    role(operation, handler);
    answers(operation, handler);
    files(operation);
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
                .content(refusal(operation, handler)));
    return operation;
  }

  private static void role(Operation operation, HandlerMethod handler) {
    var allow = handler.getMethodAnnotation(Allow.class);
    var staff = handler.getMethodAnnotation(AllowStaff.class);
    if (allow != null || staff != null || handler.hasMethodAnnotation(AllowSignedIn.class)) {
      operation.addSecurityItem(new SecurityRequirement().addList(OpenApiConfiguration.BEARER));
    }
    if (allow != null) {
      operation.addExtension("x-role", allow.value().name());
      if (!allow.agents()) {
        operation.addExtension("x-agents", false);
      }
    }
    if (staff != null) {
      operation.addExtension("x-platform-role", staff.value().name());
    }
    if (operation.getSecurity() != null) {
      operation.addExtension("x-scopes", allow == null ? List.of() : words(allow.scopes()));
    }
  }

  private static List<String> words(Scope[] scopes) {
    return Stream.of(scopes).map(Scope::word).toList();
  }

  private static void answers(Operation operation, HandlerMethod handler) {
    var answers = handler.getMethodAnnotation(Answers.class);
    var found = operation.getResponses().get("200");
    if (answers == null || found == null) {
      return;
    }
    operation.getResponses().remove("200");
    for (int status : answers.value()) {
      operation
          .getResponses()
          .addApiResponse(
              Integer.toString(status),
              new ApiResponse().description(DONE.get(status)).content(found.getContent()));
    }
  }

  /** A file is bytes, not their base64. */
  private static void files(Operation operation) {
    operation.getResponses().values().stream()
        .map(ApiResponse::getContent)
        .filter(Objects::nonNull)
        .map(content -> content.get(PDF))
        .filter(Objects::nonNull)
        .forEach(file -> file.setSchema(new StringSchema().format("binary")));
  }

  private static void headers(Operation operation, HandlerMethod handler) {
    var keyRequired = handler.hasMethodAnnotation(KeyRequired.class);
    var secured = operation.getSecurity() != null;
    if (keyRequired || (secured && !handler.hasMethodAnnotation(GetMapping.class))) {
      operation.addParametersItem(
          // no format: generators would put an object of their language into the header
          header("Idempotency-Key", "A UUID; the same for every retry", keyRequired)
              .schema(new StringSchema().minLength(36).maxLength(36)));
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
          new RequestBody().required(true).content(content(type.getSimpleName() + "Patch")));
    }
  }

  /** The payer's pages refuse with a page, and so does what sends a browser on. */
  private static Content refusal(Operation operation, HandlerMethod handler) {
    var refusal =
        content(OpenApiConfiguration.ERROR)
            .addMediaType(PROBLEM, schema(OpenApiConfiguration.PROBLEM));
    var get = handler.getMethodAnnotation(GetMapping.class);
    var page = get != null && List.of(get.produces()).contains(HTML);
    return page || operation.getResponses().containsKey("303")
        ? refusal.addMediaType(HTML, new MediaType().schema(new StringSchema()))
        : refusal;
  }

  private static Optional<MethodParameter> takes(HandlerMethod handler, Class<?> type) {
    return Stream.of(handler.getMethodParameters())
        .filter(parameter -> parameter.getParameterType() == type)
        .findFirst();
  }

  private static Content content(String name) {
    return new Content().addMediaType(JSON, schema(name));
  }

  private static MediaType schema(String name) {
    return new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + name));
  }

  private static Parameter header(String name, String description, boolean required) {
    return new Parameter().in("header").name(name).description(description).required(required);
  }

  private static Parameter query(String name, Schema<?> schema) {
    return new Parameter().in("query").name(name).required(false).schema(schema);
  }
}

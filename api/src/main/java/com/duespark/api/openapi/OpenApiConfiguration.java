package com.duespark.api.openapi;

import com.duespark.api.shared.Caller;
import com.duespark.api.shared.ErrorBody;
import com.duespark.api.shared.Identity;
import com.duespark.api.shared.IfMatch;
import com.duespark.api.shared.Paging;
import com.duespark.api.shared.Patch;
import com.duespark.api.shared.Problem;
import com.duespark.domain.accounts.Origin;
import com.duespark.domain.audit.Trail;
import com.duespark.domain.shared.Money;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What the description says beside the operations. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:com/duespark/api/openapi.properties")
class OpenApiConfiguration {

  static final String BEARER = "bearer";
  static final String ERROR = "ErrorBody";
  static final String PROBLEM = "Problem";

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(
            Caller.class,
            Identity.class,
            IfMatch.class,
            Origin.class,
            Paging.class,
            Patch.class,
            Trail.class)
        .replaceWithSchema(Money.class, decimal("Major units with the currency's digits"))
        .replaceWithSchema(BigDecimal.class, decimal("A decimal number"))
        .replaceWithSchema(LocalTime.class, time());
  }

  private static StringSchema decimal(String description) {
    var schema = new StringSchema();
    schema.format("decimal").description(description);
    return schema;
  }

  private static StringSchema time() {
    var schema = new StringSchema();
    schema.format("time");
    return schema;
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Duespark")
                .version("v1")
                .description("Send invoices, remind politely, get paid."))
        .servers(List.of(new Server().url("/")))
        .schemaRequirement(
            BEARER,
            new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("An access token, or an API key: dsk_live_… or dsk_test_…"));
  }

  /** The same names as the API's own JSON. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ModelResolver modelResolver() {
    ObjectMapper names = Json31.mapper().copy();
    names.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    return new ModelResolver(names).openapi31(true);
  }

  @Bean
  GlobalOpenApiCustomizer errorSchemas() {
    return api -> {
      for (var form : List.of(ErrorBody.class, Problem.class)) {
        ModelConverters.getInstance(true)
            .readAll(new AnnotatedType(form))
            .forEach(api.getComponents()::addSchemas);
      }
    };
  }
}

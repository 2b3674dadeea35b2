package com.duespark.api.shared;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the standards in front of every handler. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ApiSettings.class, LoginSettings.class, RateSettings.class})
class WebConfiguration implements WebMvcConfigurer {

  private final AccessInterceptor access;
  private final StaffInterceptor staff;
  private final ScopeInterceptor scope;
  private final AcceptInterceptor accept;
  private final QueryInterceptor query;
  private final Arguments arguments;
  private final PatchArgument patches;

  WebConfiguration(
      AccessInterceptor access,
      StaffInterceptor staff,
      ScopeInterceptor scope,
      AcceptInterceptor accept,
      QueryInterceptor query,
      Arguments arguments,
      PatchArgument patches) {
    this.access = access;
    this.staff = staff;
    this.scope = scope;
    this.accept = accept;
    this.query = query;
    this.arguments = arguments;
    this.patches = patches;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(access);
    registry.addInterceptor(staff);
    registry.addInterceptor(scope);
    registry
        .addInterceptor(accept)
        .addPathPatterns("/v1/**")
        .excludePathPatterns("/v1/webhooks/**");
    registry
        .addInterceptor(query)
        .addPathPatterns("/v1/**")
        .excludePathPatterns("/v1/webhooks/**", "/v1/openapi.json", "/v1/integrations/*/callback");
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(arguments);
    resolvers.add(patches);
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverterFactory(new AnyCaseEnums());
  }

  /** {@code ?status=active} is {@code ACTIVE} (GEN-06). */
  @SuppressWarnings({"rawtypes", "unchecked"})
  private static final class AnyCaseEnums implements ConverterFactory<String, Enum> {
    @Override
    public <E extends Enum> Converter<String, E> getConverter(Class<E> type) {
      return text -> (E) Enum.valueOf(type, text.strip().toUpperCase(Locale.ROOT));
    }
  }
}

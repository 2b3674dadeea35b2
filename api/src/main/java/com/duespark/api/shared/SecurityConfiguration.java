package com.duespark.api.shared;

import com.duespark.domain.apikeys.ApiKeys;
import com.duespark.domain.clerk.ClerkLinks;
import com.duespark.domain.members.Standings;
import com.duespark.domain.secrets.Secrets;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Two chains: everything under {@code /v1} that is not public needs a bearer token or an API key;
 * everything else is open here and guarded where it lives (portal token, webhook signature). Both
 * stateless.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  static final String ISSUER = "duespark";

  private static final BearerTokenResolver SESSION_TOKENS = new DefaultBearerTokenResolver();

  private static final String API_CSP =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
  private static final String PAGE_CSP =
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline';"
          + " frame-src 'self' blob: data:; frame-ancestors 'none'; base-uri 'none';"
          + " form-action 'self'";

  @Bean
  @Order(1)
  SecurityFilterChain api(
      HttpSecurity http,
      Standings standings,
      ClerkLinks clerk,
      ApiKeys keys,
      Rates rates,
      Errors errors) {
    AuthenticationEntryPoint unauthorized =
        (request, response, cause) -> errors.write(CallerFilter.unauthorized(), request, response);
    return stateless(http, API_CSP)
        .securityMatcher(guarded())
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(PublicPaths.WITH_OR_WITHOUT_TOKEN)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(Customizer.withDefaults())
                    .bearerTokenResolver(SecurityConfiguration::sessionToken)
                    .authenticationEntryPoint(unauthorized))
        .exceptionHandling(handling -> handling.authenticationEntryPoint(unauthorized))
        .addFilterBefore(
            new ApiKeyFilter(keys, rates, errors), BearerTokenAuthenticationFilter.class)
        .addFilterBefore(new KeysAwayFilter(errors), ApiKeyFilter.class)
        .addFilterAfter(
            new CallerFilter(standings, clerk, rates, errors), AuthorizationFilter.class)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain open(HttpSecurity http) {
    return stateless(http, PAGE_CSP)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  /** A key is no token that could be verified; {@link ApiKeyFilter} has dealt with it. */
  private static @Nullable String sessionToken(HttpServletRequest request) {
    return ApiKeyFilter.keyOf(request).isPresent() ? null : SESSION_TOKENS.resolve(request);
  }

  /** No text of ours can hold a NUL; the database takes none. */
  @Bean
  HttpFirewall httpFirewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
    return firewall;
  }

  /** What the firewall turns away is answered like every other refusal. */
  @Bean
  RequestRejectedHandler requestRejectedHandler(Errors errors) {
    return (request, response, cause) -> Errors.write(errors.unreadable(request), response);
  }

  /** Everything under /v1 but the public paths. */
  private static RequestMatcher guarded() {
    var paths = PathPatternRequestMatcher.withDefaults();
    RequestMatcher[] open =
        List.of(PublicPaths.UNDER_V1).stream().map(paths::matcher).toArray(RequestMatcher[]::new);
    return new AndRequestMatcher(
        paths.matcher("/v1/**"), new NegatedRequestMatcher(new OrRequestMatcher(open)));
  }

  private static HttpSecurity stateless(HttpSecurity http, String policy) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .cors(Customizer.withDefaults())
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                    .httpStrictTransportSecurity(
                        hsts -> hsts.includeSubDomains(true).maxAgeInSeconds(31_536_000)));
  }

  /** Our own pages too: behind a proxy that ends TLS their origin is not the one we see. */
  @Bean
  CorsConfigurationSource corsConfigurationSource(
      ApiSettings settings, @Value("${duespark.public-url}") URI publicUrl) {
    var rules = new CorsConfiguration();
    rules.setAllowedOrigins(settings.origins());
    rules.addAllowedOrigin(publicUrl.getScheme() + "://" + publicUrl.getAuthority());
    rules.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
    rules.setAllowedHeaders(
        List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.ACCEPT,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH,
            KeyedRequest.HEADER,
            RequestId.HEADER));
    rules.setExposedHeaders(
        List.of(HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER, RequestId.HEADER, KeyedRequest.REPLAY));
    rules.setMaxAge(Duration.ofHours(1));
    var source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/v1/**", rules);
    return source;
  }

  @Bean
  JwtEncoder jwtEncoder(Secrets secrets) {
    return new NimbusJwtEncoder(new ImmutableSecret<>(secrets.jwt().key("HmacSHA256")));
  }

  /** Each issuer that is switched on (AUT-09). */
  @Bean
  JwtDecoder jwtDecoder(Secrets secrets, LoginSettings login) {
    var issuers = new HashMap<String, JwtDecoder>();
    if (login.isBuiltIn()) {
      issuers.put(ISSUER, ownTokens(secrets));
    }
    if (login.isClerk()) {
      issuers.put(login.clerk().requiredIssuer(), new ClerkTokens(login.clerk()));
    }
    return new TokensByIssuer(Map.copyOf(issuers));
  }

  /** Tries the current key, then the one before it (SEC-02). */
  private static JwtDecoder ownTokens(Secrets secrets) {
    var decoders =
        secrets
            .jwtKeys()
            .map(
                key -> {
                  var decoder =
                      NimbusJwtDecoder.withSecretKey(key.key("HmacSHA256"))
                          .macAlgorithm(MacAlgorithm.HS256)
                          .build();
                  decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(ISSUER));
                  return decoder;
                })
            .toList();
    return token -> {
      for (var decoder : decoders.subList(0, decoders.size() - 1)) {
        try {
          return decoder.decode(token);
        } catch (JwtException signedWithAnother) {
          // the next key may be the one
        }
      }
      return decoders.getLast().decode(token);
    };
  }
}

package com.duespark.api.webapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * The files of the web app, behind everything that has a handler of its own. Those under {@code
 * assets/} carry a hash in their names and never change; the rest is asked for anew each time. A
 * file with a {@code .gz} beside it goes out packed to whoever takes that.
 */
@Configuration(proxyBeanMethods = false)
class WebAppConfiguration {

  static final String BUILD = "web/";

  private static final int BEFORE_SPRINGS_OWN = Ordered.LOWEST_PRECEDENCE - 2;
  private static final Map<String, MediaType> UNCOMMON_TYPES =
      Map.of("webmanifest", MediaType.valueOf("application/manifest+json"));

  @Bean
  SimpleUrlHandlerMapping webApp(
      ResourceHttpRequestHandler webAssets, ResourceHttpRequestHandler webPages) {
    return new SimpleUrlHandlerMapping(
        Map.of("/assets/**", webAssets, "/**", webPages), BEFORE_SPRINGS_OWN);
  }

  @Bean
  ResourceHttpRequestHandler webAssets() {
    var handler = handler(BUILD + "assets/", new PathResourceResolver());
    handler.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    return handler;
  }

  @Bean
  ResourceHttpRequestHandler webPages() {
    var handler = handler(BUILD, new PageResolver());
    handler.setCacheControl(CacheControl.noCache());
    handler.setEtagGenerator(WebAppConfiguration::tag);
    return handler;
  }

  /** Nothing found is remembered: any path may be asked for, and who asks decides what it gets. */
  private static ResourceHttpRequestHandler handler(String folder, PathResourceResolver files) {
    var handler = new ResourceHttpRequestHandler();
    handler.setLocations(List.of(new ClassPathResource(folder)));
    handler.setResourceResolvers(List.of(new EncodedResourceResolver(), files));
    handler.setUseLastModified(false);
    handler.setMediaTypes(UNCOMMON_TYPES);
    return handler;
  }

  private static String tag(Resource file) {
    try (var bytes = file.getInputStream()) {
      return DigestUtils.md5DigestAsHex(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

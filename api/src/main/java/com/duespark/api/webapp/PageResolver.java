package com.duespark.api.webapp;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Finds a file of the build. Any other address that a browser opens as a page is one of the app's
 * own: it gets {@code index.html}, and the app looks at the address.
 */
final class PageResolver extends PathResourceResolver {

  /** First parts of addresses that belong to the API, the payer and the operator. */
  private static final Set<String> NOT_OURS =
      Set.of("v1", "portal", "healthz", "readyz", "livez", "metrics", "actuator", "dev", "s", "t");

  @Override
  protected @Nullable Resource resolveResourceInternal(
      @Nullable HttpServletRequest request,
      String path,
      List<? extends Resource> locations,
      ResourceResolverChain chain) {
    var file = super.resolveResourceInternal(request, path, locations, chain);
    return file != null || request == null || !isPage(request, path)
        ? file
        : super.resolveResourceInternal(request, "index.html", locations, chain);
  }

  private static boolean isPage(HttpServletRequest request, String path) {
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null
        && accept.contains(MediaType.TEXT_HTML_VALUE)
        && !NOT_OURS.contains(path.split("/", 2)[0]);
  }
}

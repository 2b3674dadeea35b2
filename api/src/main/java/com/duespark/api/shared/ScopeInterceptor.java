package com.duespark.api.shared;

import com.duespark.domain.members.AgentScope;
import com.duespark.domain.members.Role;
import com.duespark.domain.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Answers an AGENT who asks for an invoice or a reminder outside of their scope as if it were not
 * there (RBC-20), whatever stands behind its id in the path. A new endpoint is guarded by being
 * there.
 */
@Component
class ScopeInterceptor implements HandlerInterceptor {

  private final AgentScope scope;

  ScopeInterceptor(AgentScope scope) {
    this.scope = scope;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller
        && caller.role() == Role.AGENT) {
      idIn(request).ifPresent(id -> require(pattern(request), id, caller.userId()));
    }
    return true;
  }

  private void require(String pattern, UUID id, UUID agent) {
    if (pattern.startsWith("/v1/invoices/{id}") && !scope.hasInvoice(agent, id)) {
      throw Refused.notFound("Invoice");
    }
    if (pattern.startsWith("/v1/reminders/{id}") && !scope.hasReminder(agent, id)) {
      throw Refused.notFound("Reminder");
    }
  }

  private static String pattern(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
  }

  /** A text that is no id is refused as such later. */
  private static Optional<UUID> idIn(HttpServletRequest request) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        && variables.get("id") instanceof String id) {
      try {
        return Optional.of(UUID.fromString(id));
      } catch (IllegalArgumentException notAnId) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}

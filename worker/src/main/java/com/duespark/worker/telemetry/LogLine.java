package com.duespark.worker.telemetry;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.duespark.domain.shared.Tenant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.NameProcessor;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * A log line as machines read it: who and what it is about, in our words (OBS-01), and nothing that
 * belongs to a person. Worked out when a line is written, so that lines nobody writes cost nothing.
 */
public final class LogLine implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {

  private static final String WORKFLOW = "WorkflowId"; // as the Temporal SDK notes it
  private static final String TENANT = "tenant_id";
  private static final String ENTITY = "entity_id";

  private static final Map<String, String> WORDS =
      Map.of(
          WORKFLOW,
          "workflow_id",
          "RunId",
          "run_id",
          "WorkflowType",
          "workflow_type",
          "ActivityType",
          "activity_type",
          "TaskQueue",
          "task_queue",
          "Attempt",
          "attempt");

  /** Mail addresses, telephone numbers, bearer and provider tokens, links that open something. */
  private static final Pattern PRIVATE =
      Pattern.compile(
          "[\\w.+%-]+@[\\w-]+(?:\\.[\\w-]+)+"
              + "|\\+\\d{8,15}\\b"
              + "|(?<=[Bb]earer )\\S+"
              + "|\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+"
              + "|\\b(?:sk|rk|pk|whsec)_\\w{8,}"
              + "|(?<=[?&]token=)[\\w-]+"
              + "|(?<=/portal/[a-z]{1,16}/)[\\w-]{20,}"
              + "|(?<=/codec/)[\\w-]{32,}");

  @Override
  public void customize(Members<ILoggingEvent> members) {
    members.add(TENANT, LogLine::tenant).whenNotNull();
    members.add(ENTITY, LogLine::entity).whenNotNull();
    members.applyingNameProcessor(NameProcessor.of(name -> WORDS.getOrDefault(name, name)));
    members.applyingValueProcessor(ValueProcessor.of(String.class, LogLine::masked));
  }

  static @Nullable String masked(@Nullable String text) {
    return text == null ? null : PRIVATE.matcher(text).replaceAll("***");
  }

  /** The bound tenant, unless the line names one already. */
  private static @Nullable String tenant(ILoggingEvent event) {
    return event.getMDCPropertyMap().containsKey(TENANT)
        ? null
        : Tenant.current().map(UUID::toString).orElse(null);
  }

  /** In a workflow or activity, what the workflow's id names. */
  private static @Nullable String entity(ILoggingEvent event) {
    var noted = event.getMDCPropertyMap();
    var workflow = noted.get(WORKFLOW);
    return workflow == null || noted.containsKey(ENTITY)
        ? null
        : workflow.substring(workflow.lastIndexOf('/') + 1);
  }
}

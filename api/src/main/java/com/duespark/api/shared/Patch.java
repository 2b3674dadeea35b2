package com.duespark.api.shared;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A merge patch (RFC 7396) of an object whose editable content is {@code T}: absent fields stay,
 * null clears, arrays are replaced, objects are merged. Taken as an argument by PATCH handlers.
 */
public final class Patch<T> {

  private final Class<T> type;
  private final ObjectNode changes;
  private final @Nullable Integer ifMatchVersion;
  private final JsonMapper json;
  private final Validator validator;

  Patch(Class<T> type, ObjectNode body, JsonMapper json, Validator validator) {
    this.type = type;
    this.json = json;
    this.validator = validator;
    this.changes = body.deepCopy();
    var version = changes.remove("if_match_version");
    this.ifMatchVersion = version == null ? null : json.treeToValue(version, Integer.class);
  }

  /** The version named in the body (API-09). */
  public @Nullable Integer ifMatchVersion() {
    return ifMatchVersion;
  }

  /** True when the body names the field, be it with null. */
  public boolean names(String field) {
    return changes.has(field);
  }

  /**
   * The content after the change, validated like a new one.
   *
   * @throws ConstraintViolationException when a field is not valid
   */
  public T onto(T current) {
    var merged = json.<ObjectNode>valueToTree(current);
    merge(merged, changes);
    var content = json.treeToValue(merged, type);
    var violations = validator.validate(content);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    return content;
  }

  private static void merge(ObjectNode target, ObjectNode changes) {
    for (var change : changes.properties()) {
      JsonNode value = change.getValue();
      if (value instanceof ObjectNode nested
          && target.get(change.getKey()) instanceof ObjectNode existing) {
        merge(existing, nested);
      } else {
        target.set(change.getKey(), value);
      }
    }
  }
}

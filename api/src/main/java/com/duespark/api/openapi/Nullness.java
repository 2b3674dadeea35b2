package com.duespark.api.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A record's component is required, unless its type says {@code @Nullable}: then it may be null.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Nullness implements ModelConverter {

  private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES =
      new PropertyNamingStrategies.SnakeCaseStrategy();
  private static final String NULL = "null";

  private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

  @Override
  @SuppressWarnings("rawtypes")
  public @Nullable Schema resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> resolved = chain.next().resolve(type, context, chain);
    var raw = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
    if (resolved != null && raw.isRecord() && raw.getName().startsWith("com.duespark.")) {
      var reference = resolved.get$ref();
      Schema<?> model =
          reference == null
              ? resolved
              : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
      if (model != null && model.getProperties() != null) {
        mark(model, raw);
      }
      if (reference != null) {
        requireOwnName(reference, raw);
      }
    }
    return resolved;
  }

  /** Of two records with one name, one would silently be described as the other. */
  private void requireOwnName(String name, Class<?> recordType) {
    var other = named.putIfAbsent(name, recordType);
    if (other != null && other != recordType) {
      throw new IllegalStateException(
          "%s and %s have one name; give one a @Schema(name)".formatted(other, recordType));
    }
  }

  private static void mark(Schema<?> model, Class<?> recordType) {
    for (RecordComponent component : recordType.getRecordComponents()) {
      if (isUnwrapped(component)) {
        mark(model, component.getType());
        continue;
      }
      var name = NAMES.translate(component.getName());
      Schema<?> property = model.getProperties().get(name);
      if (property == null) {
        continue;
      }
      if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        allowNull(property);
      } else if (model.getRequired() == null || !model.getRequired().contains(name)) {
        model.addRequiredItem(name);
      }
    }
  }

  private static boolean isUnwrapped(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
  }

  private static void allowNull(Schema<?> property) {
    var reference = property.get$ref();
    if (reference != null) {
      property.set$ref(null);
      property.setOneOf(
          List.of(new Schema<>().$ref(reference), new Schema<>().types(Set.of(NULL))));
      return;
    }
    Set<String> types =
        new LinkedHashSet<>(property.getTypes() == null ? Set.of() : property.getTypes());
    if (property.getType() != null) {
      types.add(property.getType());
    }
    if (!types.isEmpty()) {
      types.add(NULL);
      property.setTypes(types);
    }
    if (property.getEnum() != null && !property.getEnum().contains(null)) {
      property.addEnumItemObject(null);
    }
  }
}

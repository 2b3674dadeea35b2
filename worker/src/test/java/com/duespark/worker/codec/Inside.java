package com.duespark.worker.codec;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.SearchAttributes;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a history holds, wherever in its events it stands. */
public final class Inside {

  private Inside() {}

  /** All payloads but search attributes, which the server has to read. */
  public static List<Payload> payloads(List<HistoryEvent> history) {
    return all(Payload.class, history);
  }

  public static List<Failure> failures(List<HistoryEvent> history) {
    return all(Failure.class, history);
  }

  /** The key that encrypted a payload, or the payload itself when none did. */
  public static String keyOf(Payload payload) {
    return TenantCodec.isEncrypted(payload)
        ? TenantCodec.keyOf(payload).toString()
        : payload.toString();
  }

  private static <T extends Message> List<T> all(Class<T> type, List<HistoryEvent> history) {
    var found = new ArrayList<T>();
    history.forEach(event -> collect(type, event, found));
    return found;
  }

  private static <T extends Message> void collect(Class<T> type, Object part, List<T> found) {
    if (type.isInstance(part)) {
      found.add(type.cast(part));
    }
    switch (part) {
      case SearchAttributes open -> {}
      case Message message ->
          message.getAllFields().entrySet().stream()
              .filter(field -> field.getKey().getJavaType() == FieldDescriptor.JavaType.MESSAGE)
              .forEach(field -> collect(type, field.getValue(), found));
      case Collection<?> many -> many.forEach(one -> collect(type, one, found));
      default -> {}
    }
  }
}

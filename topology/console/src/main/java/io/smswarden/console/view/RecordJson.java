package io.smswarden.console.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.IndexedRecord;

/** A record's fields as JSON, by the names of its schema; times are ISO 8601, absent ones null. */
public final class RecordJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RecordJson() {}

  /** A record as JSON; bytes are left out. */
  public static ObjectNode of(IndexedRecord record) {
    ObjectNode json = NODES.objectNode();
    for (Field field : record.getSchema().getFields()) {
      if (!bytes(field.schema())) {
        json.set(field.name(), node(record.get(field.pos())));
      }
    }
    return json;
  }

  private static boolean bytes(Schema schema) {
    return schema.getType() == Schema.Type.BYTES
        || (schema.isUnion() && schema.getTypes().stream().anyMatch(RecordJson::bytes));
  }

  private static JsonNode node(Object value) {
    if (value == null) {
      return NODES.nullNode();
    }
    if (value instanceof IndexedRecord record) {
      return of(record);
    }
    if (value instanceof Boolean bool) {
      return NODES.booleanNode(bool);
    }
    if (value instanceof Double number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Number number) {
      return NODES.numberNode(number.longValue());
    }
    if (value instanceof Instant time) {
      return NODES.textNode(time.toString());
    }
    if (value instanceof Collection<?> items) {
      var array = NODES.arrayNode();
      items.forEach(item -> array.add(node(item)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      map.forEach((key, item) -> object.set(String.valueOf(key), node(item)));
      return object;
    }
    return NODES.textNode(value.toString());
  }
}

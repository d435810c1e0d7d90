package io.smswarden.app.config;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** What may be passed through to Kafka: names of Kafka Streams and its clients, with prefixes. */
final class KafkaKeys {

  static final String PREFIX = "kafka.";

  private static final Map<String, ConfigDef> CLIENTS =
      Map.of(
          StreamsConfig.CONSUMER_PREFIX, ConsumerConfig.configDef(),
          StreamsConfig.MAIN_CONSUMER_PREFIX, ConsumerConfig.configDef(),
          StreamsConfig.RESTORE_CONSUMER_PREFIX, ConsumerConfig.configDef(),
          StreamsConfig.GLOBAL_CONSUMER_PREFIX, ConsumerConfig.configDef(),
          StreamsConfig.PRODUCER_PREFIX, ProducerConfig.configDef(),
          StreamsConfig.ADMIN_CLIENT_PREFIX, AdminClientConfig.configDef());

  /** Kafka's names of what has a key of our own. */
  private static final Map<String, Key<?>> OURS =
      Map.of(
          StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, Key.BOOTSTRAP_SERVERS,
          StreamsConfig.APPLICATION_ID_CONFIG, Key.APPLICATION_ID,
          StreamsConfig.STATE_DIR_CONFIG, Key.STATE_DIR,
          StreamsConfig.NUM_STREAM_THREADS_CONFIG, Key.THREADS,
          StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, Key.COMMIT_INTERVAL,
          StreamsConfig.PROCESSING_GUARANTEE_CONFIG, Key.GUARANTEE,
          StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, Key.STANDBY_REPLICAS,
          StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, Key.STORE_CACHE,
          StreamsConfig.APPLICATION_SERVER_CONFIG, Key.HTTP_ADVERTISED);

  /** What the pipeline is built on: another value would break its promises. */
  private static final Set<String> FIXED =
      Set.of(
          StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG,
          StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
          StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
          StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
          StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
          StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG,
          StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG,
          StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG,
          ConsumerConfig.GROUP_ID_CONFIG,
          ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
          ConsumerConfig.ISOLATION_LEVEL_CONFIG,
          ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
          ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
          ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
          ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
          ProducerConfig.TRANSACTIONAL_ID_CONFIG,
          ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG);

  private static final Map<String, Optional<ConfigKey>> KNOWN = known();

  private KafkaKeys() {}

  /** Every name that may be passed through, without our prefix. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>(KNOWN.keySet());
    names.removeIf(name -> OURS.containsKey(bare(name)) || FIXED.contains(bare(name)));
    return names;
  }

  /** What is wrong with a name and its value; empty when nothing is. */
  static Optional<String> fault(String name, String value) {
    String bare = bare(name);
    if (OURS.containsKey(bare)) {
      return Optional.of("set %s instead".formatted(OURS.get(bare).name()));
    }
    if (FIXED.contains(bare)) {
      return Optional.of("the pipeline depends on its own value; remove it");
    }
    if (name.startsWith(StreamsConfig.CLIENT_TAG_PREFIX)) {
      return Optional.empty();
    }
    if (!KNOWN.containsKey(name)) {
      return Optional.of(
          "no such key; did you mean %s%s?".formatted(PREFIX, Nearest.of(name, names())));
    }
    return KNOWN.get(name).flatMap(key -> wrongValue(key, value));
  }

  /** Whether a value is to be kept from eyes and logs. */
  static boolean secret(String name) {
    return Optional.ofNullable(KNOWN.get(name))
        .flatMap(key -> key)
        .map(key -> key.type == ConfigDef.Type.PASSWORD)
        .orElse(false);
  }

  /** Of the settings, those that a client takes, by its own names. */
  static Map<String, Object> forClient(
      String prefix, Set<String> names, Map<String, String> settings) {
    Map<String, Object> taken = new HashMap<>();
    settings.forEach(
        (name, value) -> {
          if (names.contains(name)) {
            taken.put(name, value);
          }
        });
    settings.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            taken.put(name.substring(prefix.length()), value);
          }
        });
    return taken;
  }

  private static Optional<String> wrongValue(ConfigKey key, String value) {
    try {
      Object parsed = ConfigDef.parseType(key.name, value, key.type);
      if (key.validator != null) {
        key.validator.ensureValid(key.name, parsed);
      }
      return Optional.empty();
    } catch (ConfigException e) {
      return Optional.of("Kafka says: " + e.getMessage());
    }
  }

  private static String bare(String name) {
    return CLIENTS.keySet().stream()
        .filter(name::startsWith)
        .findAny()
        .map(prefix -> name.substring(prefix.length()))
        .orElse(name);
  }

  /** Names with their definitions; topics' configurations have none on a client's class path. */
  private static Map<String, Optional<ConfigKey>> known() {
    Map<String, Optional<ConfigKey>> known = new LinkedHashMap<>();
    for (ConfigDef unprefixed :
        List.of(
            AdminClientConfig.configDef(),
            ProducerConfig.configDef(),
            ConsumerConfig.configDef(),
            StreamsConfig.configDef())) {
      unprefixed.configKeys().forEach((name, key) -> known.put(name, Optional.of(key)));
    }
    CLIENTS.forEach(
        (prefix, definitions) ->
            definitions
                .configKeys()
                .forEach((name, key) -> known.put(prefix + name, Optional.of(key))));
    for (Field constant : TopicConfig.class.getFields()) {
      if (constant.getName().endsWith("_CONFIG")) {
        known.put(StreamsConfig.TOPIC_PREFIX + valueOf(constant), Optional.empty());
      }
    }
    return known;
  }

  private static String valueOf(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}

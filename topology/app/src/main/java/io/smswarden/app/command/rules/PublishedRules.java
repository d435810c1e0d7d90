package io.smswarden.app.command.rules;

import io.smswarden.app.cluster.Cluster;
import io.smswarden.app.config.Configuration;
import io.smswarden.app.exit.UserError;
import io.smswarden.schemas.RuleSetRecord;
import io.smswarden.streams.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The rule set in force, as the cluster has it. */
final class PublishedRules {

  private static final Duration POLL = Duration.ofMillis(200);

  /** The rule set's own limit with its record's other fields. */
  private static final int LARGEST_REQUEST = 5 * 1024 * 1024;

  private final Configuration configuration;

  /**
   * The rules of a cluster that has answered.
   *
   * @throws UserError when it doesn't answer or has no topic for rules
   */
  PublishedRules(Configuration configuration) {
    this.configuration = configuration;
    try (Admin admin = Cluster.connect(configuration)) {
      String topic = Topics.RULES.name();
      admin.describeTopics(List.of(topic)).topicNameValues().get(topic).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        throw UserError.wrongUse(
            "missing topic: %s; create it with 'smswarden topics create'"
                .formatted(Topics.RULES.name()),
            e.getCause());
      }
      throw kafka(e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /**
   * What is published; empty when nothing is, or it was withdrawn.
   *
   * @throws UserError when it is no rule set
   */
  Optional<RuleSetRecord> read() {
    return last().map(this::decoded);
  }

  /** What is published, in a few words, whatever it is. */
  String described() {
    try {
      return read()
          .map(rules -> "%s by %s".formatted(rules.getVersion(), rules.getAuthor()))
          .orElse("no rules");
    } catch (UserError e) {
      return "a record that can't be read";
    }
  }

  private RuleSetRecord decoded(ConsumerRecord<String, byte[]> found) {
    try {
      return configuration
          .serdes()
          .value(Topics.RULES)
          .deserializer()
          .deserialize(found.topic(), found.headers(), found.value());
    } catch (SerializationException e) {
      throw UserError.wrongUse(
          "what is published in %s can't be read: %s; publish a rule set over it"
              .formatted(found.topic(), e.getMessage()),
          e);
    }
  }

  private Optional<ConsumerRecord<String, byte[]>> last() {
    Map<String, Object> properties = new HashMap<>(configuration.forConsumer());
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.RULES.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Optional<ConsumerRecord<String, byte[]>> last = Optional.empty();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<String, byte[]> found : consumer.poll(POLL)) {
          if (Topics.RULES_IN_FORCE.equals(found.key())) {
            last = Optional.of(found).filter(record -> record.value() != null);
          }
        }
      }
      return last;
    }
  }

  /**
   * Writes a rule set, or with none withdraws what is there, and reads it back.
   *
   * @throws UserError when something else came back: somebody else published at the same time
   */
  void write(Optional<RuleSetRecord> rules) {
    Map<String, Object> properties = new HashMap<>(configuration.forProducer());
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    try (KafkaProducer<String, RuleSetRecord> producer =
        new KafkaProducer<>(
            properties,
            new StringSerializer(),
            configuration.serdes().value(Topics.RULES).serializer())) {
      producer
          .send(
              new ProducerRecord<>(Topics.RULES.name(), Topics.RULES_IN_FORCE, rules.orElse(null)))
          .get();
    } catch (ExecutionException e) {
      throw kafka(e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
    if (!read().equals(rules)) {
      throw UserError.clusterFailed(
          "another rule set is published than the one that was written; see 'smswarden rules show', and"
              + " publish again if it is not the one you want",
          null);
    }
  }

  private static KafkaException kafka(ExecutionException e) {
    return e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
  }
}

package io.smswarden.streams.rules;

import io.smswarden.filter.rule.RuleSetException;
import io.smswarden.schemas.RuleSetRecord;
import io.smswarden.streams.Stores;
import io.smswarden.streams.Topics;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one published rule set after the other. One that can't be read or compiled changes nothing
 * and is told in the log, since the reader of a global store can't write to the dead letters; it
 * stays in the topic with its offset.
 */
final class RulesProcessor extends ContextualProcessor<String, byte[], Void, Void> {

  private static final Logger LOGGER = LoggerFactory.getLogger(RulesProcessor.class);

  private final RulesInForce rules;
  private final Deserializer<RuleSetRecord> deserializer;
  private KeyValueStore<String, byte[]> published;

  RulesProcessor(RulesInForce rules, Deserializer<RuleSetRecord> deserializer) {
    this.rules = rules;
    this.deserializer = deserializer;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    super.init(context);
    published = context.getStateStore(Stores.RULES);
  }

  @Override
  public void process(Record<String, byte[]> message) {
    if (message.key() == null) {
      rejected("the record has no key; the key must be the rule set's name");
    } else if (!message.key().equals(Topics.RULES_IN_FORCE)) {
      published.put(message.key(), message.value());
      LOGGER.atInfo().log("a rule set of another name is kept and not in force");
    } else if (message.value() == null) {
      published.delete(message.key());
      rules.drop();
      LOGGER.atInfo().log("no rules are in force");
    } else {
      take(message);
    }
  }

  private void take(Record<String, byte[]> message) {
    try {
      RuleSetRecord record =
          deserializer.deserialize(Topics.RULES.name(), message.headers(), message.value());
      if (!record.getName().equals(message.key())) {
        rejected("the record's key is not the name in its value");
        return;
      }
      rules.take(record.getYaml());
      published.put(message.key(), message.value());
      LOGGER
          .atInfo()
          .addKeyValue("version", rules.version())
          .addKeyValue("author", record.getAuthor())
          .addKeyValue("publishedAt", record.getPublishedAt())
          .log("other rules are in force");
    } catch (RuleSetException e) {
      rejected("%d faults, the first at %s".formatted(e.faults().size(), e.faults().get(0)));
    } catch (RuntimeException e) {
      // Whatever is wrong with it, the pipeline goes on with the rules it has.
      rejected(e.toString());
    }
  }

  private void rejected(String reason) {
    rules.rejected();
    LOGGER
        .atError()
        .addKeyValue("offset", context().recordMetadata().map(m -> m.offset()).orElse(-1L))
        .addKeyValue("inForce", rules.version())
        .addKeyValue("reason", reason)
        .log("a published rule set can't be used; the rules in force stay");
  }
}

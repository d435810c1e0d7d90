package io.smswarden.streams;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What the key of a topic is: UTF-8 text on the wire, so that every tool can read it.
 *
 * @param <K> the key's type in code
 */
public final class TopicKey<K> {

  /** A sender in canonical form. */
  public static final TopicKey<SenderId> SENDER = new TopicKey<>(SenderId::new, SenderId::value);

  /** A subscriber in E.164. */
  public static final TopicKey<Msisdn> SUBSCRIBER = new TopicKey<>(Msisdn::new, Msisdn::value);

  /** Text without a type of its own. */
  public static final TopicKey<String> TEXT =
      new TopicKey<>(Function.identity(), Function.identity());

  private final Function<String, K> read;
  private final Function<K, String> write;

  private TopicKey(Function<String, K> read, Function<K, String> write) {
    this.read = read;
    this.write = write;
  }

  /** The key's serde; null stays null both ways, as Kafka's own serdes have it. */
  public Serde<K> serde() {
    Serializer<String> text = Serdes.String().serializer();
    Deserializer<String> parse = Serdes.String().deserializer();
    return Serdes.serdeFrom(
        (topic, key) -> text.serialize(topic, key == null ? null : write.apply(key)),
        (topic, bytes) -> bytes == null ? null : read.apply(parse.deserialize(topic, bytes)));
  }
}

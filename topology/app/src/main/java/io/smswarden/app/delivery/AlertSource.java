package io.smswarden.app.delivery;

import io.smswarden.app.config.Configuration;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.UndeliveredAlert;
import io.smswarden.streams.Topic;
import io.smswarden.streams.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Where alerts to deliver come from. */
sealed interface AlertSource {

  /** Name of the topic. */
  String topic();

  /** The group that remembers how far it was delivered. */
  String group(Configuration configuration);

  /**
   * What a record wants delivered; empty when it is to be passed over.
   *
   * @throws SerializationException when it is no record of this topic
   */
  Optional<Consignment> read(ConsumerRecord<byte[], byte[]> found);

  /**
   * The alerts of the pipeline.
   *
   * @param expiry how long after its time an alert still helps
   */
  record New(Configuration configuration, Duration expiry) implements AlertSource {

    @Override
    public String topic() {
      return Topics.ALERTS.name();
    }

    @Override
    public String group(Configuration of) {
      return of.applicationId() + "-delivery";
    }

    @Override
    public Optional<Consignment> read(ConsumerRecord<byte[], byte[]> found) {
      SubscriberAlert alert = value(configuration, Topics.ALERTS, found);
      Instant latest = alert.getEventTime().plus(expiry);
      Instant notAfter = alert.getNotAfter();
      return Optional.of(
          new Consignment(
              OutboundAlert.of(alert),
              found.partition(),
              found.offset(),
              0,
              Optional.of(notAfter != null && notAfter.isBefore(latest) ? notAfter : latest)));
    }
  }

  /**
   * Those that were not delivered. Whoever sends them again finds them in time.
   *
   * @param since alerts of an earlier time are passed over
   */
  record Undelivered(Configuration configuration, Optional<Instant> since) implements AlertSource {

    @Override
    public String topic() {
      return Topics.UNDELIVERED.name();
    }

    @Override
    public String group(Configuration of) {
      return of.applicationId() + "-delivery-again";
    }

    @Override
    public Optional<Consignment> read(ConsumerRecord<byte[], byte[]> found) {
      UndeliveredAlert undelivered = value(configuration, Topics.UNDELIVERED, found);
      SubscriberAlert alert = undelivered.getAlert();
      if (since.filter(alert.getEventTime()::isBefore).isPresent()) {
        return Optional.empty();
      }
      return Optional.of(
          new Consignment(
              new OutboundAlert(undelivered.getDeliveryId(), alert),
              undelivered.getOriginPartition(),
              undelivered.getOriginOffset(),
              undelivered.getAttempts(),
              Optional.empty()));
    }
  }

  private static <V extends SpecificRecord> V value(
      Configuration configuration, Topic<?, V> topic, ConsumerRecord<byte[], byte[]> found) {
    V value =
        configuration
            .serdes()
            .value(topic)
            .deserializer()
            .deserialize(found.topic(), found.headers(), found.value());
    if (value == null) {
      throw new SerializationException("there is no value");
    }
    return value;
  }
}

package io.smswarden.streams.alert;

import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Organisation;
import io.smswarden.schemas.SenderProfile;
import io.smswarden.streams.Stores;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The registry by organisation: whoever is told of a message that claims to be from a bank is told
 * how the bank is really reached. Every instance has all of them, a few hundred bytes each.
 */
public final class Organisations {

  private Organisations() {}

  /** The organisations that registry entries name. A sender that leaves takes nobody with it. */
  public static KStream<String, Organisation> of(KStream<SenderId, SenderProfile> profiles) {
    return profiles
        .filter((sender, profile) -> profile != null, Named.as("registered"))
        .map(
            (sender, profile) -> KeyValue.pair(profile.getOrganisation(), organisation(profile)),
            Named.as("organisation"));
  }

  /** Adds the table of all organisations, which {@link AlertProcessor} looks into. */
  public static void known(StreamsBuilder builder, TopicSerdes serdes) {
    builder.globalTable(
        Topics.ORGANISATIONS.name(),
        Consumed.with(serdes.key(Topics.ORGANISATIONS), serdes.value(Topics.ORGANISATIONS))
            .withName("organisations"),
        Materialized.<String, Organisation, KeyValueStore<Bytes, byte[]>>as(Stores.ORGANISATIONS)
            .withKeySerde(serdes.key(Topics.ORGANISATIONS))
            .withValueSerde(serdes.value(Topics.ORGANISATIONS)));
  }

  private static Organisation organisation(SenderProfile profile) {
    return new Organisation(
        profile.getOrganisation(), profile.getKind(), profile.getOfficialChannel());
  }
}

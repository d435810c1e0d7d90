package io.smswarden.streams.campaign;

import io.smswarden.filter.campaign.Fingerprint;
import io.smswarden.filter.campaign.KnownCampaigns;
import io.smswarden.schemas.Campaign;
import io.smswarden.streams.Stores;
import io.smswarden.streams.Topics;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes published campaigns known to the scorers. One that can't be read changes nothing. */
final class KnownCampaignsProcessor extends ContextualProcessor<String, byte[], Void, Void> {

  private static final Logger LOGGER = LoggerFactory.getLogger(KnownCampaignsProcessor.class);

  private final KnownCampaigns known;
  private final Deserializer<Campaign> deserializer;
  private KeyValueStore<String, byte[]> published;

  KnownCampaignsProcessor(KnownCampaigns known, Deserializer<Campaign> deserializer) {
    this.known = known;
    this.deserializer = deserializer;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    super.init(context);
    published = context.getStateStore(Stores.KNOWN_CAMPAIGNS);
  }

  @Override
  public void process(Record<String, byte[]> message) {
    if (message.key() == null) {
      rejected("the record has no key; the key must be the campaign's id");
    } else if (message.value() == null) {
      published.delete(message.key());
      known.remove(message.key());
    } else {
      take(message);
    }
  }

  private void take(Record<String, byte[]> message) {
    try {
      Campaign campaign =
          deserializer.deserialize(Topics.CAMPAIGNS.name(), message.headers(), message.value());
      known.put(CampaignView.standing(campaign), Fingerprint.of(campaign.getFingerprint()));
      published.put(message.key(), message.value());
    } catch (RuntimeException e) {
      // Whatever is wrong with it, messages are judged with the campaigns that are known.
      rejected(e.toString());
    }
  }

  private void rejected(String reason) {
    LOGGER
        .atError()
        .addKeyValue("offset", context().recordMetadata().map(m -> m.offset()).orElse(-1L))
        .addKeyValue("reason", reason)
        .log("a published campaign can't be used");
  }
}

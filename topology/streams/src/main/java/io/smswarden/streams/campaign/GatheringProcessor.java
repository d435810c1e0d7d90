package io.smswarden.streams.campaign;

import io.smswarden.filter.campaign.Fingerprint;
import io.smswarden.filter.campaign.FingerprintIndex;
import io.smswarden.schemas.Campaign;
import io.smswarden.schemas.CampaignPartial;
import io.smswarden.schemas.CampaignRecord;
import io.smswarden.schemas.CampaignTally;
import io.smswarden.streams.PipelineSettings;
import io.smswarden.streams.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The second stage: gathers the tasks' groups into campaigns. One task sees all partials, since
 * likeness has no key to divide them by; the first stage bounds how many there are.
 *
 * <p>A campaign is published when its state changes, when its messages have doubled, and otherwise
 * at most once an interval of event time.
 */
final class GatheringProcessor
    extends ContextualProcessor<String, CampaignPartial, String, Campaign> {

  private final PipelineSettings.Campaigns settings;
  private final CampaignView view;
  private final Set<String> unpublished = new LinkedHashSet<>();
  private FingerprintIndex index;
  private KeyValueStore<String, CampaignRecord> campaigns;

  GatheringProcessor(PipelineSettings.Campaigns settings) {
    this.settings = settings;
    this.view = new CampaignView(settings.criterion());
  }

  @Override
  public void init(ProcessorContext<String, Campaign> context) {
    super.init(context);
    // Anew each time: a task whose transaction was aborted goes on with the same processor.
    index = new FingerprintIndex(settings.most());
    unpublished.clear();
    campaigns = context.getStateStore(Stores.CAMPAIGNS);
    recall();
    context.schedule(settings.interval(), PunctuationType.STREAM_TIME, this::tick);
  }

  @Override
  public void process(Record<String, CampaignPartial> message) {
    Fingerprint fingerprint = Fingerprint.of(message.value().getFingerprint());
    Optional<String> known = index.nearest(fingerprint).filter(id -> goesOn(id, message));
    CampaignRecord before = known.map(campaigns::get).orElse(null);
    String id = known.orElseGet(fingerprint::id);
    CampaignTally tally = message.value().getTally();
    if (before != null) {
      tally = Tallies.sum(before.getTally(), tally);
    } else if (tally.getMessages() == 0) {
      return; // a complaint of what is over
    }
    Campaign now =
        view.of(
            id,
            before == null ? message.value().getSample() : before.getCurrent().getSample(),
            before == null
                ? message.value().getFingerprint()
                : before.getCurrent().getFingerprint(),
            tally);
    if (before == null) {
      if (index.isFull()) {
        index.eldest().ifPresent(eldest -> end(eldest, message.timestamp()));
      }
      index.put(id, fingerprint, now.getLastSeen().toEpochMilli());
    }
    index.seen(id, now.getLastSeen().toEpochMilli());
    long published = before == null ? 0 : before.getPublished();
    Instant publishedAt = before == null ? null : before.getPublishedAt();
    CampaignRecord after = new CampaignRecord(now, tally, published, publishedAt);
    boolean changed = before == null || before.getCurrent().getState() != now.getState();
    if (changed || now.getMessages() >= 2 * published || due(after, message.timestamp())) {
      publish(id, after, message.timestamp());
    } else {
      campaigns.put(id, after);
      unpublished.add(id);
    }
  }

  /** Ends a campaign that is over before another of the same text begins. */
  private boolean goesOn(String id, Record<String, CampaignPartial> message) {
    Instant lastSeen = campaigns.get(id).getCurrent().getLastSeen();
    boolean goesOn = lastSeen.plus(settings.ttl()).toEpochMilli() >= message.timestamp();
    if (!goesOn) {
      end(id, message.timestamp());
    }
    return goesOn;
  }

  private boolean due(CampaignRecord campaign, long time) {
    return time >= campaign.getPublishedAt().plus(settings.interval()).toEpochMilli();
  }

  private void publish(String id, CampaignRecord campaign, long time) {
    Campaign current = campaign.getCurrent();
    context().forward(new Record<>(id, current, time));
    campaigns.put(
        id,
        new CampaignRecord(
            current, campaign.getTally(), current.getMessages(), Instant.ofEpochMilli(time)));
    unpublished.remove(id);
  }

  private void tick(long time) {
    for (String id : List.copyOf(unpublished)) {
      CampaignRecord campaign = campaigns.get(id);
      if (due(campaign, time)) {
        publish(id, campaign, time);
      }
    }
    long end = time - settings.ttl().toMillis();
    for (var over = index.eldestBefore(end); over.isPresent(); over = index.eldestBefore(end)) {
      end(over.get(), time);
    }
  }

  /** A tombstone takes it out of every instance's index. */
  private void end(String id, long time) {
    index.remove(id);
    unpublished.remove(id);
    campaigns.delete(id);
    context().forward(new Record<>(id, null, time));
  }

  /** Fills the index from the store, the eldest first. */
  private void recall() {
    List<KeyValue<String, CampaignRecord>> kept = new ArrayList<>();
    try (KeyValueIterator<String, CampaignRecord> all = campaigns.all()) {
      all.forEachRemaining(kept::add);
    }
    kept.sort(Comparator.comparing(entry -> entry.value.getCurrent().getLastSeen()));
    for (KeyValue<String, CampaignRecord> entry : kept) {
      Campaign campaign = entry.value.getCurrent();
      long lastSeen = campaign.getLastSeen().toEpochMilli();
      if (index.isFull()) {
        index.eldest().ifPresent(eldest -> end(eldest, lastSeen));
      }
      index.put(entry.key, Fingerprint.of(campaign.getFingerprint()), lastSeen);
      if (campaign.getMessages() > entry.value.getPublished()) {
        unpublished.add(entry.key);
      }
    }
  }
}

package io.smswarden.streams.campaign;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.campaign.Fingerprint;
import io.smswarden.filter.campaign.FingerprintIndex;
import io.smswarden.filter.campaign.RecentTexts;
import io.smswarden.schemas.CampaignGroup;
import io.smswarden.schemas.CampaignPartial;
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
import org.apache.kafka.streams.state.WindowStore;

/**
 * The first stage: groups what a task sees, beside the scoring and without a repartition, and tells
 * what is new of a group at most once an interval of event time. However hot a campaign is, a task
 * sends 1 + span / interval records of it.
 *
 * <p>A text that stays alone, as most do, is written nowhere. A group begins when a second sender
 * sends a text alike; all of it is in the store from then on, the index of it only in memory.
 */
final class SightingProcessor
    extends ContextualProcessor<SenderId, Sighting, String, CampaignPartial> {

  private final PipelineSettings.Campaigns settings;
  private final Set<String> untold = new LinkedHashSet<>();
  private FingerprintIndex index;
  private RecentTexts<Lone> recent;
  private KeyValueStore<String, CampaignGroup> groups;
  private SenderGroups senders;

  /** A message that was alone when it came. */
  private record Lone(Sighting.Traits traits, long time) {}

  SightingProcessor(PipelineSettings.Campaigns settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, CampaignPartial> context) {
    super.init(context);
    // Anew each time: a task whose transaction was aborted goes on with the same processor.
    index = new FingerprintIndex(settings.groups());
    recent = new RecentTexts<>(settings.recentTexts());
    untold.clear();
    groups = context.getStateStore(Stores.SIGHTINGS);
    WindowStore<SenderId, String> store = context.getStateStore(Stores.CAMPAIGN_SENDERS);
    senders = new SenderGroups(store, settings.ttl());
    recall();
    context.schedule(settings.interval(), PunctuationType.STREAM_TIME, this::tick);
  }

  @Override
  public void process(Record<SenderId, Sighting> message) {
    long time = message.timestamp();
    if (time < context().currentStreamTimeMs() - settings.ttl().toMillis()) {
      return; // so late that its group is over
    }
    if (message.value() instanceof Sighting.Seen seen) {
      see(message.key(), seen, time);
    } else if (message.value() instanceof Sighting.Complained complained) {
      complain(message.key(), complained, time);
    }
  }

  private void see(SenderId sender, Sighting.Seen seen, long time) {
    Optional<String> known = index.nearest(seen.fingerprint());
    CampaignGroup group = known.map(groups::get).orElse(null);
    if (group != null && isOver(group.getLastSeen(), time)) {
      forget(known.get());
    } else if (group != null) {
      CampaignTally tally = Tallies.with(group.getUntold(), seen.traits(), at(time));
      update(known.get(), with(group, tally, time), time);
      senders.put(sender, known.get(), time);
      return;
    }
    Optional<Lone> alike =
        recent.alike(seen.fingerprint()).filter(lone -> !isOver(at(lone.time()), time));
    if (alike.isEmpty()) {
      recent.add(seen.fingerprint(), new Lone(seen.traits(), time));
    } else if (!alike.get().traits().sender().equals(sender.value())) {
      begin(alike.get(), sender, seen, time);
    }
  }

  private void begin(Lone first, SenderId sender, Sighting.Seen second, long time) {
    if (index.isFull()) {
      index.eldest().ifPresent(this::forget);
    }
    String id = second.fingerprint().id();
    CampaignTally one = Tallies.with(Tallies.NONE, first.traits(), at(first.time()));
    CampaignTally both = Tallies.with(one, second.traits(), at(time));
    index.put(id, second.fingerprint(), time);
    senders.put(new SenderId(first.traits().sender()), id, first.time());
    senders.put(sender, id, time);
    update(
        id,
        new CampaignGroup(
            second.fingerprint().bytes(),
            second.sample().masked(),
            0L,
            null,
            both.getLastSeen(),
            both),
        time);
  }

  private void complain(SenderId sender, Sighting.Complained complaint, long time) {
    Optional<String> id = senders.lastOf(sender, time);
    CampaignGroup group = id.map(groups::get).orElse(null);
    if (group != null) {
      CampaignTally tally = Tallies.complained(group.getUntold(), complaint.weight());
      update(id.get(), with(group, tally, group.getLastSeen().toEpochMilli()), time);
    }
  }

  /** Keeps a group, and tells of it if it is time. */
  private void update(String id, CampaignGroup group, long time) {
    index.seen(id, group.getLastSeen().toEpochMilli());
    if (group.getTold() + group.getUntold().getMessages() < settings.minimum()) {
      groups.put(id, group);
    } else if (due(group, time)) {
      tell(id, group, time);
    } else {
      groups.put(id, group);
      untold.add(id);
    }
  }

  private boolean isOver(Instant lastSeen, long time) {
    return lastSeen.plus(settings.ttl()).toEpochMilli() < time;
  }

  private boolean due(CampaignGroup group, long time) {
    return group.getToldAt() == null
        || time >= group.getToldAt().plus(settings.interval()).toEpochMilli();
  }

  private void tell(String id, CampaignGroup group, long time) {
    context()
        .forward(
            new Record<>(
                id,
                new CampaignPartial(group.getFingerprint(), group.getSample(), group.getUntold()),
                time));
    groups.put(
        id,
        new CampaignGroup(
            group.getFingerprint(),
            group.getSample(),
            group.getTold() + group.getUntold().getMessages(),
            at(time),
            group.getLastSeen(),
            Tallies.NONE));
    untold.remove(id);
  }

  /** Tells what is left of groups that went quiet, and forgets those that are over. */
  private void tick(long time) {
    for (String id : List.copyOf(untold)) {
      CampaignGroup group = groups.get(id);
      if (due(group, time)) {
        tell(id, group, time);
      }
    }
    long end = time - settings.ttl().toMillis();
    for (var over = index.eldestBefore(end); over.isPresent(); over = index.eldestBefore(end)) {
      forget(over.get());
    }
  }

  private void forget(String id) {
    index.remove(id);
    untold.remove(id);
    groups.delete(id);
  }

  /** Fills the index from the store, the eldest first. */
  private void recall() {
    List<KeyValue<String, CampaignGroup>> kept = new ArrayList<>();
    try (KeyValueIterator<String, CampaignGroup> all = groups.all()) {
      all.forEachRemaining(kept::add);
    }
    kept.sort(Comparator.comparing(entry -> entry.value.getLastSeen()));
    for (KeyValue<String, CampaignGroup> entry : kept) {
      if (index.isFull()) {
        index.eldest().ifPresent(this::forget);
      }
      CampaignGroup group = entry.value;
      Fingerprint fingerprint = Fingerprint.of(group.getFingerprint());
      index.put(entry.key, fingerprint, group.getLastSeen().toEpochMilli());
      if (!Tallies.isEmpty(group.getUntold())
          && group.getTold() + group.getUntold().getMessages() >= settings.minimum()) {
        untold.add(entry.key);
      }
    }
  }

  private static CampaignGroup with(CampaignGroup group, CampaignTally untold, long time) {
    return new CampaignGroup(
        group.getFingerprint(),
        group.getSample(),
        group.getTold(),
        group.getToldAt(),
        at(Math.max(time, group.getLastSeen().toEpochMilli())),
        untold);
  }

  private static Instant at(long time) {
    return Instant.ofEpochMilli(time);
  }
}

package io.smswarden.streams.complaint;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.complaint.InboxMessage;
import io.smswarden.schemas.InboxEntries;
import io.smswarden.schemas.InboxEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/** The messages that subscribers got lately. */
final class Inbox {

  /** The clocks of the SMSC and of where reports are taken differ by less. */
  static final Duration CLOCKS = Duration.ofMinutes(5);

  /** So many are looked at, the latest first: a flood must not stall the stream. */
  private static final int MOST = 1000;

  private final WindowStore<Msisdn, InboxEntries> store;
  private final Duration kept;

  Inbox(WindowStore<Msisdn, InboxEntries> store, Duration kept) {
    this.store = store;
    this.kept = kept;
  }

  /** Adds a message; one that is in it already changes nothing. */
  void add(Msisdn subscriber, InboxEntry entry) {
    long at = entry.getEventTime().toEpochMilli();
    InboxEntries same = store.fetch(subscriber, at);
    List<InboxEntry> all = same == null ? new ArrayList<>() : new ArrayList<>(same.getEntries());
    if (all.stream().noneMatch(other -> other.getMessageId().equals(entry.getMessageId()))) {
      all.add(entry);
      store.put(subscriber, new InboxEntries(all), at);
    }
  }

  /** What a report of a time may mean, the latest first. */
  List<InboxMessage> before(Msisdn subscriber, Instant time) {
    List<InboxMessage> found = new ArrayList<>();
    try (WindowStoreIterator<InboxEntries> latest =
        store.backwardFetch(subscriber, time.minus(kept), time.plus(CLOCKS))) {
      while (latest.hasNext() && found.size() < MOST) {
        latest.next().value.getEntries().forEach(entry -> found.add(message(entry)));
      }
    }
    return found;
  }

  static InboxMessage message(InboxEntry entry) {
    return new InboxMessage(
        entry.getMessageId(),
        new SenderId(entry.getSender()),
        Prints.read(entry.getPrint()),
        entry.getFlagged(),
        Optional.ofNullable(entry.getCampaign()));
  }
}

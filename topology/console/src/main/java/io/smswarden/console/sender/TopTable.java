package io.smswarden.console.sender;

import io.smswarden.console.feed.Entry;
import io.smswarden.console.feed.TopicLog;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.SenderKind;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.TopSender;
import io.smswarden.schemas.TopSenders;
import io.smswarden.streams.Regions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The suspicious senders with all that their table shows; made anew once a second at most. */
final class TopTable implements Supplier<List<TopRow>> {

  private static final Duration GOOD_FOR = Duration.ofSeconds(1);

  private final TopicLog<String, TopSenders> top;
  private final SenderDirectory directory;
  private final InstantSource clock;
  private Instant made = Instant.MIN;
  private List<TopRow> rows = List.of();

  TopTable(TopicLog<String, TopSenders> top, SenderDirectory directory, InstantSource clock) {
    this.top = top;
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public synchronized List<TopRow> get() {
    Instant now = clock.instant();
    if (made.isBefore(now.minus(GOOD_FOR))) {
      top.end();
      rows = latest().map(this::rows).orElseGet(List::of);
      made = now;
    }
    return rows;
  }

  private Optional<TopSenders> latest() {
    return top.recent().stream().max(Comparator.comparingLong(Entry::offset)).map(Entry::value);
  }

  private List<TopRow> rows(TopSenders list) {
    Windows windows = Windows.upTo(list.getAsOf());
    List<SenderId> senders =
        list.getSenders().stream().map(one -> new SenderId(one.getSender())).toList();
    Map<SenderId, SenderFacts> facts = directory.find(senders, windows);
    List<TopRow> made = new ArrayList<>();
    for (TopSender one : list.getSenders()) {
      SenderId sender = new SenderId(one.getSender());
      made.add(row(one, sender, facts.get(sender), windows));
    }
    return List.copyOf(made);
  }

  private static TopRow row(TopSender one, SenderId sender, SenderFacts facts, Windows windows) {
    Optional<SenderFacts.Known> known =
        facts instanceof SenderFacts.Known state ? Optional.of(state) : Optional.empty();
    Optional<SenderReputation> reputation = known.map(SenderFacts.Known::reputation);
    return new TopRow(
        sender,
        reputation.map(SenderReputation::getKind).orElse(SenderKind.UNKNOWN),
        region(sender),
        one,
        reputation.map(SenderReputation::getSuspicionLower),
        reputation.map(SenderReputation::getSuspicionUpper),
        known.flatMap(TopTable::category),
        known.map(state -> Counts.trend(state.hours(), windows.hour())));
  }

  /** Where a number is at home; empty for codes and names. */
  static Optional<String> region(SenderId sender) {
    return sender.value().startsWith("+") ? Regions.of(sender.value()) : Optional.empty();
  }

  /** The category of most warnings of the week, or of most complaints when there are none. */
  private static Optional<String> category(SenderFacts.Known known) {
    return most(Counts.byCategory(known.days(), ComplaintStats::getWarningsByCategory))
        .or(() -> most(Counts.byCategory(known.days(), ComplaintStats::getComplaintsByCategory)));
  }

  private static Optional<String> most(Map<String, Long> byCategory) {
    return byCategory.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }
}

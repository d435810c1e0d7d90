package io.smswarden.app.traffic;

import io.smswarden.app.traffic.TrafficItem.Message;
import io.smswarden.app.traffic.TrafficItem.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.SplittableRandom;

/**
 * A believable day of an operator, made up: banks, couriers and shops that are registered, families
 * and friends, lawful collectors and those who threaten, campaigns that rotate their numbers, and
 * the complaints that follow. The same plan gives the same items with the same ids. Memory is
 * constant: a day may have any number of messages.
 *
 * <p>First come the profiles of the registry, then messages and complaints in the order of time.
 */
public final class Traffic implements Iterator<TrafficItem> {

  /** Where the operator is: what an hour of the day means. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final Duration REGISTERED_BEFORE = Duration.ofDays(400);

  private final String prefix;
  private final LocalDateTime midnight;
  private final List<Strand> strands;
  private final double mistaken;
  private final SplittableRandom times;
  private final Complaints complaints;
  private final Queue<TrafficItem> ready = new ArrayDeque<>();
  private int minute;
  private long numbered;

  private Traffic(DayPlan plan) {
    Cast cast = new Cast(plan);
    this.prefix = plan.prefix();
    this.midnight = plan.day().atStartOfDay();
    this.strands = cast.strands();
    this.mistaken = cast.mistakenComplaints();
    this.times = new SplittableRandom(~plan.seed());
    this.complaints = new Complaints(prefix, instant(midnight.plusDays(1)), times.split());
    Instant registered = instant(midnight).minus(REGISTERED_BEFORE);
    cast.registry().stream()
        .flatMap(organisation -> organisation.profiles(registered))
        .map(profile -> new Profile(profile, instant(midnight)))
        .forEach(ready::add);
  }

  /**
   * A day of traffic.
   *
   * @param messages how many messages it has, exactly; complaints and profiles come on top
   */
  public static Traffic day(long seed, long messages, LocalDate day) {
    return of(DayPlan.of(seed, messages, day));
  }

  /** The day that a plan asks for. */
  public static Traffic of(DayPlan plan) {
    return new Traffic(plan);
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && minute < Rhythm.MINUTES) {
      nextMinute();
    }
    return !ready.isEmpty();
  }

  @Override
  public TrafficItem next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the day is over");
    }
    return ready.remove();
  }

  /**
   * Leaves out what would be said before a time of the day, without making it up: a day that one
   * joins late begins at once. What follows is not what the whole day would have had then.
   */
  public void skipTo(Instant time) {
    ready.clear();
    long minutes = Duration.between(instant(midnight), time).toMinutes();
    minute = (int) Math.max(minute, Math.min(minutes, Rhythm.MINUTES));
  }

  private void nextMinute() {
    LocalDateTime start = midnight.plusMinutes(minute);
    List<Spoken> spoken = new ArrayList<>();
    for (Strand strand : strands) {
      int count = strand.inMinute(minute);
      times
          .ints(count, 0, 60_000)
          .sorted()
          .mapToObj(millis -> start.plusNanos(millis * 1_000_000L))
          .map(at -> new Spoken(at, strand.voice().speak(at), strand.complaints()))
          .forEach(spoken::add);
    }
    minute++;
    // Stable: what one voice says stays in its order.
    spoken.sort(Comparator.comparing(Spoken::at));
    List<TrafficItem> items = new ArrayList<>();
    for (Spoken next : spoken) {
      Message message = message(next);
      items.add(message);
      complaints.hear(message, Math.max(mistaken, next.complaints()));
    }
    items.addAll(complaints.before(instant(start.plusMinutes(1))));
    items.sort(Comparator.comparing(TrafficItem::at));
    ready.addAll(items);
  }

  private Message message(Spoken spoken) {
    Draft draft = spoken.draft();
    return new Message(
        prefix + ++numbered,
        draft.sender(),
        draft.recipient(),
        draft.text(),
        instant(spoken.at()),
        draft.truth());
  }

  private static Instant instant(LocalDateTime local) {
    return local.atZone(ZONE).toInstant();
  }

  private record Spoken(LocalDateTime at, Draft draft, double complaints) {}
}

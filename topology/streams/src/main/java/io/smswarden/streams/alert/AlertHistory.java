package io.smswarden.streams.alert;

import io.smswarden.schemas.AlertLog;
import io.smswarden.schemas.AlertRequest;
import io.smswarden.schemas.HeldMessages;
import io.smswarden.schemas.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a subscriber was told and what waits, with what becomes of it; immutable, of bounded size.
 */
record AlertHistory(
    int day,
    int sentToday,
    List<Told> told,
    List<HeldMessages> held,
    int heldMore,
    Optional<Instant> digestDue) {

  private static final int ROOM = 32;

  AlertHistory {
    told = List.copyOf(told);
    held = List.copyOf(held);
  }

  /**
   * The history that a log holds.
   *
   * @param log null when nothing is remembered
   */
  AlertHistory(AlertLog log) {
    this(
        log == null ? 0 : log.getDay(),
        log == null ? 0 : log.getSentToday(),
        log == null ? List.of() : log.getTold(),
        log == null ? List.of() : log.getHeld(),
        log == null ? 0 : log.getHeldMore(),
        Optional.ofNullable(log).map(AlertLog::getDigestDue));
  }

  /** Of two messages that have one of these in common, one alert is enough. */
  private static List<String> subjects(AlertRequest request) {
    return request.getCampaign() == null
        ? List.of(request.getSender())
        : List.of(request.getSender(), request.getCampaign());
  }

  /** What messages that wait are counted together by. */
  private static String subject(String sender, String campaign) {
    return campaign == null ? sender : campaign;
  }

  AlertLog log() {
    return new AlertLog(day, sentToday, told, held, heldMore, digestDue.orElse(null));
  }

  /** Whether it counts a day. */
  boolean of(int someDay) {
    return someDay == day;
  }

  /** On a day, or on the latest when that one is over. */
  AlertHistory on(int newDay) {
    return newDay <= day ? this : new AlertHistory(newDay, 0, told, held, heldMore, digestDue);
  }

  /** Without what was told up to a time. */
  AlertHistory without(Instant until) {
    return new AlertHistory(
        day,
        sentToday,
        told.stream().filter(one -> one.getAt().isAfter(until)).toList(),
        held,
        heldMore,
        digestDue);
  }

  /** Whether the message's sender or campaign was told of. */
  boolean told(AlertRequest request) {
    List<String> subjects = subjects(request);
    return told.stream().anyMatch(one -> subjects.contains(one.getSubject()));
  }

  boolean holds() {
    return !held.isEmpty();
  }

  AlertHistory tell(AlertRequest request) {
    List<Told> more = new ArrayList<>(told);
    subjects(request).forEach(subject -> more.add(new Told(subject, request.getEventTime())));
    return new AlertHistory(
        day,
        sentToday + 1,
        more.subList(Math.max(0, more.size() - ROOM), more.size()),
        held,
        heldMore,
        digestDue);
  }

  AlertHistory hold(AlertRequest request, Instant due) {
    List<HeldMessages> more = new ArrayList<>();
    HeldMessages one = one(request);
    String subject = subject(request.getSender(), request.getCampaign());
    for (HeldMessages other : held) {
      if (subject(other.getSender(), other.getCampaign()).equals(subject)) {
        one = together(other, one);
      } else {
        more.add(other);
      }
    }
    boolean full = more.size() == ROOM;
    if (!full) {
      more.add(one);
    }
    return new AlertHistory(
        day,
        sentToday,
        told,
        more,
        heldMore + (full ? 1 : 0),
        Optional.of(digestDue.filter(earlier -> earlier.isBefore(due)).orElse(due)));
  }

  AlertHistory putOff(Instant due) {
    return new AlertHistory(day, sentToday, told, held, heldMore, Optional.of(due));
  }

  /** After a digest, which counts as one of the day's alerts when it was sent. */
  AlertHistory released(int sent) {
    return new AlertHistory(day, sentToday + sent, told, List.of(), 0, Optional.empty());
  }

  /** When there is something to send or to forget; empty when nothing is left to remember. */
  Optional<Instant> wake(Duration again) {
    return digestDue.or(
        () -> told.isEmpty() ? Optional.empty() : Optional.of(lastTold().plus(again)));
  }

  private Instant lastTold() {
    return told.stream().map(Told::getAt).max(Instant::compareTo).orElseThrow();
  }

  private static HeldMessages one(AlertRequest request) {
    return new HeldMessages(
        request.getSender(),
        request.getCampaign(),
        request.getCategory(),
        request.getScore(),
        1,
        request.getEventTime());
  }

  private static HeldMessages together(HeldMessages before, HeldMessages next) {
    HeldMessages worse = next.getScore() > before.getScore() ? next : before;
    HeldMessages later = next.getLastTime().isBefore(before.getLastTime()) ? before : next;
    return new HeldMessages(
        later.getSender(),
        later.getCampaign(),
        worse.getCategory(),
        worse.getScore(),
        before.getMessages() + next.getMessages(),
        later.getLastTime());
  }
}

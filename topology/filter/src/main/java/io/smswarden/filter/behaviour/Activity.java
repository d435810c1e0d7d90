package io.smswarden.filter.behaviour;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/**
 * What is kept of one sender's latest day, and of its usual rate. Two stretches of half a day of
 * UTC are counted, the latest and the one before it, and the recipients of the latest and of both:
 * when the next half day begins, those of the latest become those of both, and nothing must be
 * merged. A record that is late by less than half a day counts as if it had come in time.
 *
 * <p>Not safe for use by many threads.
 */
public final class Activity {

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long HALF_DAY = Duration.ofHours(12).toMillis();

  /** Weekends count in what is usual, and last month does not. */
  private static final long USUAL_HALF_LIFE = Duration.ofDays(7).toMillis();

  /** What an hour's worth of messages weighs in all, decaying for ever: 242 hours. */
  private static final double USUAL_HOURS = USUAL_HALF_LIFE / (double) HOUR / Math.log(2);

  /** A sender that is new has no usual rate. */
  private static final long NEW = Duration.ofDays(1).toMillis();

  private final long first;
  private long latest;
  private int thisHour;
  private int hourBefore;
  private Counts now;
  private Counts before;
  private double usual;
  private Recipients recipientsNow;
  private Recipients recipients;

  private Activity(State state) {
    first = state.first.toEpochMilli();
    latest = state.latest.toEpochMilli();
    thisHour = state.thisHour;
    hourBefore = state.hourBefore;
    now = state.now;
    before = state.before;
    usual = state.usual;
    recipientsNow = Recipients.of(state.recipientsNow);
    recipients = Recipients.of(state.recipients);
  }

  /**
   * All that is kept.
   *
   * @param first event time of the first message that came
   * @param latest event time of the latest record
   * @param thisHour messages in the clock hour of {@code latest}
   * @param hourBefore messages in the hour before
   * @param now what happened in the half day of {@code latest}
   * @param before what happened in the half day before
   * @param usual weight of all messages at {@code latest}, halving in seven days
   * @param recipientsNow a sketch of the recipients of the half day of {@code latest}
   * @param recipients a sketch of the recipients of both half days
   */
  public record State(
      Instant first,
      Instant latest,
      int thisHour,
      int hourBefore,
      Counts now,
      Counts before,
      double usual,
      ByteBuffer recipientsNow,
      ByteBuffer recipients) {}

  /** A sender's whose first message comes at that time. */
  public static Activity begun(Instant at) {
    ByteBuffer nobody = ByteBuffer.allocate(0);
    return new Activity(new State(at, at, 0, 0, Counts.NONE, Counts.NONE, 0, nobody, nobody));
  }

  /** One that was kept. */
  public static Activity of(State state) {
    return new Activity(state);
  }

  /** What to keep. */
  public State state() {
    return new State(
        Instant.ofEpochMilli(first),
        Instant.ofEpochMilli(latest),
        thisHour,
        hourBefore,
        now,
        before,
        usual,
        recipientsNow.bytes(),
        recipients.bytes());
  }

  /**
   * The sender sent a message.
   *
   * @param night whether it came in the recipient's night
   * @return whether it is the first to this recipient in the last 12 to 24 hours
   */
  public boolean sent(String recipient, Instant at, boolean night) {
    long time = at.toEpochMilli();
    moveTo(time);
    usual += Math.pow(2, -(double) (latest - time) / USUAL_HALF_LIFE);
    long hoursAgo = Math.floorDiv(latest, HOUR) - Math.floorDiv(time, HOUR);
    if (hoursAgo == 0) {
      thisHour++;
    } else if (hoursAgo == 1) {
      hourBefore++;
    }
    long halfDaysAgo = halfDaysAgo(time);
    if (halfDaysAgo == 0) {
      now = now.withMessage(night);
      recipientsNow.add(recipient);
    } else if (halfDaysAgo == 1) {
      before = before.withMessage(night);
    }
    return halfDaysAgo <= 1 && recipients.add(recipient);
  }

  /** A subscriber wrote to the sender. */
  public void answered(Instant at) {
    long time = at.toEpochMilli();
    moveTo(time);
    long halfDaysAgo = halfDaysAgo(time);
    if (halfDaysAgo == 0) {
      now = now.withAnswer();
    } else if (halfDaysAgo == 1) {
      before = before.withAnswer();
    }
  }

  /** What it looks like. */
  public Behaviour behaviour(BehaviourLimits limits) {
    Counts day = now.plus(before);
    long reached = recipients.count();
    double messages = Math.max(1, day.messages());
    return new Behaviour(
        Math.max(thisHour, hourBefore),
        day.messages(),
        reached,
        day.atNight() / messages,
        Math.min(1, reached / messages),
        burst(),
        day.answers(),
        limits);
  }

  private double burst() {
    if (latest - first < NEW) {
      return 0;
    }
    // What is usual is asked of the time before the last two hours.
    double halves = (double) (latest - first - 2 * HOUR) / USUAL_HALF_LIFE;
    double hours = USUAL_HOURS * (1 - Math.pow(2, -halves));
    double perHour = Math.max(0, usual - thisHour - hourBefore) / hours;
    return Math.max(thisHour, hourBefore) / Math.max(1, perHour);
  }

  private long halfDaysAgo(long time) {
    return Math.floorDiv(latest, HALF_DAY) - Math.floorDiv(time, HALF_DAY);
  }

  private void moveTo(long time) {
    if (time <= latest) {
      return;
    }
    long hours = Math.floorDiv(time, HOUR) - Math.floorDiv(latest, HOUR);
    if (hours > 0) {
      hourBefore = hours == 1 ? thisHour : 0;
      thisHour = 0;
    }
    long halfDays = -halfDaysAgo(time);
    if (halfDays > 0) {
      before = halfDays == 1 ? now : Counts.NONE;
      recipients = halfDays == 1 ? recipientsNow : Recipients.none();
      now = Counts.NONE;
      recipientsNow = Recipients.none();
    }
    usual *= Math.pow(2, -(double) (time - latest) / USUAL_HALF_LIFE);
    latest = time;
  }
}

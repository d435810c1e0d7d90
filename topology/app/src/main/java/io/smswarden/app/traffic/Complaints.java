package io.smswarden.app.traffic;

import io.smswarden.filter.verdict.Category;
import io.smswarden.schemas.Complaint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** Who complains of a message does so minutes to hours later. */
final class Complaints {

  /** Within minutes by half of those who complain, and by everyone within hours. */
  private static final Duration SOONEST = Duration.ofMinutes(1);

  private static final Duration LATEST = Duration.ofHours(6);

  private static final int PERCENT_NAMING_NO_MESSAGE = 15;
  private static final int PERCENT_NAMING_NO_CATEGORY = 25;

  private final String prefix;
  private final Instant dayEnd;
  private final SplittableRandom random;
  private final PriorityQueue<Complaint> waiting =
      new PriorityQueue<>(
          Comparator.comparing(Complaint::getComplainedAt).thenComparing(Complaint::getId));
  private long taken;

  Complaints(String prefix, Instant dayEnd, SplittableRandom random) {
    this.prefix = prefix;
    this.dayEnd = dayEnd;
    this.random = random;
  }

  /** Perhaps the message's recipient will complain. */
  void hear(TrafficItem.Message message, double share) {
    if (random.nextDouble() >= share) {
      return;
    }
    double late = random.nextDouble();
    Duration delay =
        SOONEST.plusMillis((long) (late * late * late * LATEST.minus(SOONEST).toMillis()));
    Instant at = message.at().plus(delay);
    // What is complained of after midnight belongs to the next day.
    if (at.isBefore(dayEnd)) {
      waiting.add(complaint(message, at));
    }
  }

  /** The complaints before a time, in the order of time. */
  List<TrafficItem> before(Instant end) {
    List<TrafficItem> due = new ArrayList<>();
    while (!waiting.isEmpty() && waiting.peek().getComplainedAt().isBefore(end)) {
      due.add(new TrafficItem.Complaint(waiting.remove()));
    }
    return due;
  }

  private Complaint complaint(TrafficItem.Message message, Instant at) {
    return Complaint.newBuilder()
        .setId(prefix + "c" + ++taken)
        .setSender(message.sender().value())
        .setComplainant(message.recipient().value())
        .setMessageId(random.nextInt(100) < PERCENT_NAMING_NO_MESSAGE ? null : message.id())
        .setCategory(category(message.truth().category()))
        .setComplainedAt(at)
        .build();
  }

  private io.smswarden.schemas.Category category(Category truth) {
    // Nobody complains of what is normal and says so.
    return truth == Category.NORMAL || random.nextInt(100) < PERCENT_NAMING_NO_CATEGORY
        ? io.smswarden.schemas.Category.UNKNOWN
        : io.smswarden.schemas.Category.valueOf(truth.name());
  }
}

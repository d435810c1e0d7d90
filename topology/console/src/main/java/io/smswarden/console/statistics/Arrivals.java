package io.smswarden.console.statistics;

import io.smswarden.console.feed.TopicLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;

/** Complaints and alerts of all instances, as they came while this one has followed them. */
final class Arrivals {

  private final RateWindow complaintRate;
  private final LongAdder complaints = new LongAdder();
  private final LongAdder alerts = new LongAdder();

  Arrivals(TopicLog<?, ?> complaintLog, TopicLog<?, ?> alertLog, InstantSource clock) {
    this.complaintRate = new RateWindow(clock, Duration.ofHours(1));
    complaintLog.listen(
        complaint -> {
          complaints.increment();
          complaintRate.add(1);
        });
    alertLog.listen(alert -> alerts.increment());
  }

  double complaintsPerHour() {
    return complaintRate.per(Duration.ofHours(1));
  }

  long complaints() {
    return complaints.sum();
  }

  long alerts() {
    return alerts.sum();
  }
}

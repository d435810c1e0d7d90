package io.smswarden.streams.complaint;

import io.smswarden.filter.Msisdn;
import io.smswarden.schemas.OpenReport;
import io.smswarden.schemas.OpenReports;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/** Reports that wait for their sender. */
final class Dialogue {

  /** Nobody is asked more than this at a time and remembers what. */
  private static final int MOST = 16;

  private final WindowStore<Msisdn, OpenReports> store;
  private final Duration kept;

  Dialogue(WindowStore<Msisdn, OpenReports> store, Duration kept) {
    this.store = store;
    this.kept = kept;
  }

  /** Has a report wait; false when it waits already. */
  boolean open(Msisdn subscriber, OpenReport report) {
    List<OpenReport> all = new ArrayList<>(at(subscriber, report.getReportedAt()));
    if (all.stream().anyMatch(other -> other.getId().equals(report.getId()))) {
      return false;
    }
    all.add(report);
    store.put(subscriber, new OpenReports(all), report.getReportedAt().toEpochMilli());
    return true;
  }

  /** What an answer of a time may be for, the latest first. */
  List<OpenReport> before(Msisdn subscriber, Instant time) {
    return between(subscriber, time.minus(kept), time.plus(Inbox.CLOCKS));
  }

  /** What waits of two times or between them, the latest first. */
  List<OpenReport> between(Msisdn subscriber, Instant from, Instant to) {
    List<OpenReport> found = new ArrayList<>();
    try (WindowStoreIterator<OpenReports> latest = store.backwardFetch(subscriber, from, to)) {
      while (latest.hasNext() && found.size() < MOST) {
        List<OpenReport> same = latest.next().value.getReports();
        for (int i = same.size() - 1; i >= 0; i--) {
          found.add(same.get(i));
        }
      }
    }
    return found;
  }

  void close(Msisdn subscriber, OpenReport report) {
    List<OpenReport> left =
        at(subscriber, report.getReportedAt()).stream()
            .filter(other -> !other.getId().equals(report.getId()))
            .toList();
    store.put(
        subscriber,
        left.isEmpty() ? null : new OpenReports(left),
        report.getReportedAt().toEpochMilli());
  }

  private List<OpenReport> at(Msisdn subscriber, Instant time) {
    OpenReports same = store.fetch(subscriber, time.toEpochMilli());
    return same == null ? List.of() : same.getReports();
  }
}

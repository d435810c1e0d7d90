package io.smswarden.console.complaint;

import io.smswarden.console.feed.Backwards;
import io.smswarden.console.feed.Entry;
import io.smswarden.console.feed.Log;
import io.smswarden.filter.Msisdn;
import io.smswarden.schemas.ComplaintReply;
import io.smswarden.schemas.ReplyKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was answered to reports, as far as it was lately; read on as replies come. */
final class Replies {

  /** Reports whose replies are known; a day has fewer at most operators. */
  private static final int MOST = 50_000;

  private final Log<Msisdn, ComplaintReply> log;
  private final Map<String, ReplyKind> byReport =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ReplyKind> eldest) {
          return size() > MOST;
        }
      };
  private Map<Integer, Long> read = Map.of();

  Replies(Log<Msisdn, ComplaintReply> log) {
    this.log = log;
  }

  /** The last reply to a report; empty when there was none yet. */
  synchronized Optional<ReplyKind> to(String report) {
    ReplyKind known = byReport.get(report);
    if (known == null) {
      readOn();
      known = byReport.get(report);
    }
    return Optional.ofNullable(known);
  }

  private void readOn() {
    Map<Integer, Long> end = log.end().offsets();
    if (end.equals(read)) {
      return;
    }
    Map<String, ReplyKind> fresh = new LinkedHashMap<>();
    Backwards<Msisdn, ComplaintReply> backwards = Backwards.from(log);
    for (Optional<Entry<Msisdn, ComplaintReply>> next = backwards.next();
        next.isPresent() && backwards.examined() <= MOST && isNew(next.get());
        next = backwards.next()) {
      // The newest reply is the one that counts.
      fresh.putIfAbsent(next.get().value().getInReplyTo(), next.get().value().getKind());
    }
    byReport.putAll(fresh);
    read = end;
  }

  /** Partitions are merged by time: a straggler of another partition is left out, at worst. */
  private boolean isNew(Entry<?, ?> entry) {
    return entry.offset() >= read.getOrDefault(entry.partition(), 0L);
  }
}

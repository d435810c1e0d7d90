package io.smswarden.console.rules;

import io.smswarden.console.feed.Backwards;
import io.smswarden.console.feed.Entry;
import io.smswarden.console.feed.Log;
import io.smswarden.schemas.RuleSetRecord;
import io.smswarden.streams.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rule sets that were published, as their topic has them. */
final class PublishedRules {

  private static final int MOST_LOOKED_AT = 1000;

  private final Log<String, Optional<RuleSetRecord>> log;

  PublishedRules(Log<String, Optional<RuleSetRecord>> log) {
    this.log = log;
  }

  /** The latest ones, the newest first; one without a value is a withdrawal. */
  List<Entry<String, Optional<RuleSetRecord>>> latest(int most) {
    List<Entry<String, Optional<RuleSetRecord>>> found = new ArrayList<>();
    Backwards<String, Optional<RuleSetRecord>> backwards = Backwards.from(log);
    for (Optional<Entry<String, Optional<RuleSetRecord>>> next = backwards.next();
        next.isPresent() && found.size() < most && backwards.examined() <= MOST_LOOKED_AT;
        next = backwards.next()) {
      next.filter(entry -> entry.key().equals(Topics.RULES_IN_FORCE)).ifPresent(found::add);
    }
    return found;
  }

  /** What was published last; empty when that was a withdrawal, or nothing was. */
  Optional<RuleSetRecord> last() {
    return latest(1).stream().findFirst().flatMap(Entry::value);
  }

  /** One by its place. */
  Optional<RuleSetRecord> at(int partition, long offset) {
    return Backwards.at(log, partition, offset).flatMap(Entry::value);
  }
}

package io.smswarden.app.evidence;

import io.smswarden.app.config.Configuration;
import io.smswarden.app.exit.UserError;
import io.smswarden.filter.evidence.EvidenceKeys;
import io.smswarden.filter.evidence.EvidenceRecord;
import io.smswarden.filter.evidence.Fault;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Makes an export: gathers what is wanted, signs it, and verifies what it has made. */
final class Exporter {

  private final Configuration configuration;
  private final EvidenceKeys keys;
  private final InstantSource clock;

  Exporter(Configuration configuration, EvidenceKeys keys, InstantSource clock) {
    this.configuration = configuration;
    this.keys = keys;
    this.clock = clock;
  }

  /** An export that can be written. */
  record Found(Excerpt excerpt, Archive archive, boolean verified) {}

  /**
   * What came of it.
   *
   * @param missing ids that no evidence has; there is no export then
   */
  record Made(Optional<Found> found, Set<String> missing) {}

  /**
   * Makes one.
   *
   * @param by who asks for it
   * @throws UserError when the cluster doesn't answer
   */
  Made make(Wanted wanted, String by, Consumer<Fault> faults) {
    Set<String> missing = new HashSet<>(wanted.ids());
    AtomicLong count = new AtomicLong();
    Consumer<Fault> counted =
        fault -> {
          count.incrementAndGet();
          faults.accept(fault);
        };
    Excerpt excerpt =
        new Collector(
                EvidenceTopics.of(configuration), record -> found(record, wanted, missing), counted)
            .collect();
    if (!missing.isEmpty() || excerpt.links().isEmpty()) {
      return new Made(Optional.empty(), Set.copyOf(missing));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Archive archive = Archive.of(excerpt, wanted.subject(), now, by, keys);
    new ArchiveCheck(archive, keys.publicKeys(), counted).run();
    return new Made(Optional.of(new Found(excerpt, archive, count.get() == 0)), Set.of());
  }

  private static boolean found(EvidenceRecord record, Wanted wanted, Set<String> missing) {
    boolean is = wanted.is().test(record);
    if (is) {
      missing.remove(record.hash().hex());
      missing.remove(record.facts().messageId());
    }
    return is;
  }
}

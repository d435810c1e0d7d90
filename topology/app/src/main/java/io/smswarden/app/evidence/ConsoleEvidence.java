package io.smswarden.app.evidence;

import io.smswarden.app.config.Configuration;
import io.smswarden.app.exit.UserError;
import io.smswarden.console.evidence.EvidenceSource;
import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.evidence.EvidenceKeys;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exports for the console, as the command makes them. */
public final class ConsoleEvidence implements EvidenceSource {

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleEvidence.class);

  private final Configuration configuration;
  private final InstantSource clock;
  private final String region;

  /**
   * Exports from a cluster.
   *
   * @param region ISO 3166-1 code of the operator's country
   */
  public ConsoleEvidence(Configuration configuration, InstantSource clock, String region) {
    this.configuration = configuration;
    this.clock = clock;
    this.region = region;
  }

  @Override
  public Optional<Export> export(By by, String value, String author) {
    EvidenceKeys keys =
        configuration
            .pipeline()
            .evidence()
            .keys()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no evidence is kept: smswarden.evidence.key-file is not set"));
    Wanted wanted = wanted(by, value, keys);
    try {
      return new Exporter(configuration, keys, clock)
          .make(wanted, author, fault -> LOG.atWarn().log(FaultLines.line(fault)))
          .found()
          .map(
              found ->
                  new Export(
                      found.excerpt().records().count(), found.verified(), found.archive()::write));
    } catch (UserError e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private Wanted wanted(By by, String value, EvidenceKeys keys) {
    return switch (by) {
      case SENDER ->
          Wanted.ofSender(
              SenderId.parse(value, region)
                  .orElseThrow(() -> new IllegalArgumentException("sender is no sender ID")));
      case SUBSCRIBER ->
          Wanted.ofSubscriber(
              Msisdn.parse(value, region)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "subscriber must be a number such as +8613800000000")),
              keys);
      case CASE -> Wanted.ofCase(value, Ids.listed(value));
    };
  }
}

package io.smswarden.app.evidence;

import io.smswarden.app.cluster.ClusterOptions;
import io.smswarden.app.config.Configuration;
import io.smswarden.app.exit.ExitCode;
import io.smswarden.filter.Msisdn;
import io.smswarden.filter.evidence.EvidenceKeys;
import io.smswarden.filter.evidence.Fault;
import io.smswarden.filter.evidence.Hash;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evidence erase}. */
@Command(
    name = "erase",
    description = {
      "Erases text and recipient of all evidence of a subscriber, for good, and keeps a signed",
      "record of it. The chains verify as before. sms.events and sms.warnings hold texts until",
      "their own retention ends; see deploy/topics.yaml."
    })
final class EraseCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster;

  @Option(
      names = "--subscriber",
      required = true,
      paramLabel = "MSISDN",
      description = "Whose contents to erase.")
  private String subscriber;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "NAME",
      description = "Who answers for it; kept in the record.")
  private String by;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, such as the request's file number; kept in the record.")
  private String reason;

  @Option(
      names = "--region",
      paramLabel = "CODE",
      defaultValue = "CN",
      description = "Country of numbers without a country code; default: ${DEFAULT-VALUE}.")
  private String region;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (by.isBlank() || reason.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--by and --reason must not be blank");
    }
    Configuration configuration = cluster.settings().configuration();
    EvidenceKeys keys = Keys.of(configuration);
    Msisdn number = Keys.subscriber(subscriber, region);
    List<Hash> kept = kept(EvidenceTopics.of(configuration), number);
    Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    if (!kept.isEmpty()) {
      new Eraser(configuration, keys).erase(keys.pseudonym(number), kept, by, reason, now);
    }
    spec.commandLine()
        .getOut()
        .println(
            kept.isEmpty()
                ? "nothing is kept of this subscriber"
                : "erased %d contents; gone from the disks when the topic is compacted"
                    .formatted(kept.size()));
    return ExitCode.DONE.code();
  }

  /** The records whose content is this subscriber's and still there. */
  private List<Hash> kept(EvidenceTopics topics, Msisdn number) {
    Set<String> kept = new LinkedHashSet<>();
    Consumer<Fault> faults = fault -> spec.commandLine().getErr().println(FaultLines.line(fault));
    topics
        .contents()
        .each(
            found -> {
              if (found.value() == null) {
                kept.remove(found.key());
              } else if (found.value().getRecipient().equals(number.value())) {
                kept.add(found.key());
              }
            },
            faults);
    List<Hash> hashes = new ArrayList<>();
    kept.forEach(key -> Ids.hash(key).ifPresent(hashes::add));
    return hashes;
  }
}

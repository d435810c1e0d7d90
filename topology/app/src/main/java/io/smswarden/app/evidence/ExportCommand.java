package io.smswarden.app.evidence;

import io.smswarden.app.cluster.ClusterOptions;
import io.smswarden.app.config.Configuration;
import io.smswarden.app.exit.ExitCode;
import io.smswarden.app.exit.UserError;
import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.evidence.EvidenceKeys;
import io.smswarden.filter.evidence.EvidenceRecord;
import io.smswarden.filter.evidence.Fault;
import io.smswarden.filter.evidence.Pseudonym;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evidence export}. */
@Command(
    name = "export",
    description = {
      "Writes evidence into a ZIP: a readable report, the records as JSON, and all that is needed",
      "to verify them without the operator. Exits with 1 when there is none, or what there is",
      "does not verify."
    })
final class ExportCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster;

  @ArgGroup(multiplicity = "1")
  private Choice choice;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "NAME",
      description = "Who asks for it; kept in the export.")
  private String by;

  @Option(
      names = "--out",
      paramLabel = "ZIP",
      description = "The file to write; it must not exist. Default: ${DEFAULT-VALUE}.",
      defaultValue = "evidence.zip")
  private Path out;

  @Option(
      names = "--region",
      paramLabel = "CODE",
      defaultValue = "CN",
      description = "Country of numbers without a country code; default: ${DEFAULT-VALUE}.")
  private String region;

  @Spec private CommandSpec spec;

  /** Exactly one of these. */
  static final class Choice {
    @Option(
        names = "--sender",
        paramLabel = "SENDER",
        description = "All evidence of messages from a sender.")
    private String sender;

    @Option(
        names = "--subscriber",
        paramLabel = "MSISDN",
        description = "All evidence of messages to a subscriber.")
    private String subscriber;

    @Option(
        names = "--case",
        paramLabel = "FILE|IDS",
        description = {
          "Evidence or message ids: a file with one in each line, or the ids with commas between."
        })
    private String ids;
  }

  @Override
  public Integer call() {
    Configuration configuration = cluster.settings().configuration();
    EvidenceKeys keys = Keys.of(configuration);
    if (Files.exists(out)) {
      throw UserError.wrongUse("%s exists; give another --out".formatted(out));
    }
    Set<String> missing = new HashSet<>();
    Predicate<EvidenceRecord> wanted = wanted(keys, missing);
    PrintWriter err = spec.commandLine().getErr();
    AtomicLong count = new AtomicLong();
    Consumer<Fault> faults =
        fault -> {
          count.incrementAndGet();
          err.println(FaultLines.line(fault));
        };
    Excerpt excerpt = new Collector(EvidenceTopics.of(configuration), wanted, faults).collect();
    if (!missing.isEmpty()) {
      throw UserError.no(
          "no evidence with these ids: %s; nothing was written".formatted(Ids.some(missing)), null);
    }
    if (excerpt.links().isEmpty()) {
      throw UserError.no("there is no such evidence; nothing was written", null);
    }
    Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    Archive archive = Archive.of(excerpt, subject(), now, by, keys);
    archive.write(out);
    new ArchiveCheck(archive, keys.publicKeys(), faults).run();
    spec.commandLine()
        .getOut()
        .println(
            "wrote %s: %d records, %d contents; %s"
                .formatted(
                    out,
                    excerpt.records().count(),
                    excerpt.contents().size(),
                    count.get() == 0 ? "verified" : "NOT verified, see above"));
    return (count.get() == 0 ? ExitCode.DONE : ExitCode.NO).code();
  }

  private Subject subject() {
    if (choice.sender != null) {
      return new Subject(Subject.Kind.SENDER, sender().value());
    }
    return choice.subscriber != null
        ? new Subject(Subject.Kind.SUBSCRIBER, Keys.subscriber(choice.subscriber, region).value())
        : new Subject(Subject.Kind.CASE, choice.ids);
  }

  private SenderId sender() {
    return SenderId.parse(choice.sender, region)
        .orElseThrow(() -> UserError.wrongUse("--sender is no sender ID"));
  }

  /** Says of a record whether it is wanted; what isn't found of a case stays in {@code missing}. */
  private Predicate<EvidenceRecord> wanted(EvidenceKeys keys, Set<String> missing) {
    if (choice.sender != null) {
      String sender = sender().value();
      return record -> record.chain().equals(sender);
    }
    if (choice.subscriber != null) {
      Msisdn subscriber = Keys.subscriber(choice.subscriber, region);
      Pseudonym pseudonym = keys.pseudonym(subscriber);
      return record -> record.facts().recipient().equals(pseudonym);
    }
    Set<String> ids = Ids.of(choice.ids);
    missing.addAll(ids);
    return record -> {
      String hash = record.hash().hex();
      String message = record.facts().messageId();
      missing.remove(hash);
      missing.remove(message);
      return ids.contains(hash) || ids.contains(message);
    };
  }
}

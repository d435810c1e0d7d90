package io.smswarden.app.evidence;

import io.smswarden.app.cluster.ClusterOptions;
import io.smswarden.app.config.Configuration;
import io.smswarden.app.exit.ExitCode;
import io.smswarden.app.exit.UserError;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.evidence.EvidenceKeys;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
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
    PrintWriter err = spec.commandLine().getErr();
    Exporter.Made made =
        new Exporter(configuration, keys, InstantSource.system())
            .make(wanted(keys), by, fault -> err.println(FaultLines.line(fault)));
    if (!made.missing().isEmpty()) {
      throw UserError.no(
          "no evidence with these ids: %s; nothing was written".formatted(Ids.some(made.missing())),
          null);
    }
    Exporter.Found found =
        made.found()
            .orElseThrow(
                () -> UserError.no("there is no such evidence; nothing was written", null));
    found.archive().write(out);
    spec.commandLine()
        .getOut()
        .println(
            "wrote %s: %d records, %d contents; %s"
                .formatted(
                    out,
                    found.excerpt().records().count(),
                    found.excerpt().contents().size(),
                    found.verified() ? "verified" : "NOT verified, see above"));
    return (found.verified() ? ExitCode.DONE : ExitCode.NO).code();
  }

  private SenderId sender() {
    return SenderId.parse(choice.sender, region)
        .orElseThrow(() -> UserError.wrongUse("--sender is no sender ID"));
  }

  private Wanted wanted(EvidenceKeys keys) {
    if (choice.sender != null) {
      return Wanted.ofSender(sender());
    }
    return choice.subscriber != null
        ? Wanted.ofSubscriber(Keys.subscriber(choice.subscriber, region), keys)
        : Wanted.ofCase(choice.ids, Ids.of(choice.ids));
  }
}

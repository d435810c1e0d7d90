package io.smswarden.app.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.smswarden.app.cluster.ClusterOptions;
import io.smswarden.app.config.Configuration;
import io.smswarden.app.exit.ExitCode;
import io.smswarden.app.exit.UserError;
import io.smswarden.filter.evidence.EvidenceKeyException;
import io.smswarden.filter.evidence.EvidenceKeys;
import io.smswarden.filter.evidence.EvidenceVerifier.Checked;
import io.smswarden.filter.evidence.Fault;
import io.smswarden.filter.evidence.PublicKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evidence verify}. */
@Command(
    name = "verify",
    description = {
      "Verifies an export, or without one all evidence of the cluster. Prints a line for each",
      "record that was changed, is missing, stands elsewhere, twice or where it doesn't belong,",
      "and exits with 1 then."
    })
final class VerifyCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster;

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description = {
        "The operator's public key, as got from the operator. Default: that of",
        "smswarden.evidence.key-file, or for an export the one that lies in it."
      })
  private Path publicKey;

  @Parameters(paramLabel = "ZIP", arity = "0..1", description = "An export.")
  private Path zip;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    AtomicLong count = new AtomicLong();
    Consumer<Fault> faults =
        fault -> {
          count.incrementAndGet();
          out.println(FaultLines.line(fault));
        };
    Checked checked = zip == null ? ofCluster(faults) : ofExport(faults);
    out.println(
        "%s %d records in %d chains, %d checkpoints; %d contents, %d erased; %d not signed yet"
            .formatted(
                count.get() == 0 ? "verified" : "NOT verified, %d faults:".formatted(count.get()),
                checked.records(),
                checked.chains(),
                checked.checkpoints(),
                checked.contents(),
                checked.erased(),
                checked.unsigned()));
    return (count.get() == 0 ? ExitCode.DONE : ExitCode.NO).code();
  }

  private Checked ofCluster(Consumer<Fault> faults) {
    Configuration configuration = cluster.settings().configuration();
    PublicKeys keys =
        given()
            .or(() -> configuration.pipeline().evidence().keys().map(EvidenceKeys::publicKeys))
            .orElseThrow(
                () ->
                    UserError.wrongUse(
                        "no key to verify with: give --public-key, or smswarden.evidence.key-file"
                            + " in the file of --config"));
    return new TopicsCheck(EvidenceTopics.of(configuration), keys, faults).run();
  }

  private Checked ofExport(Consumer<Fault> faults) {
    Archive archive = Archive.read(zip);
    PublicKeys keys =
        given()
            .orElseGet(
                () -> {
                  PublicKeys inside = inside(archive);
                  spec.commandLine()
                      .getErr()
                      .println(
                          "the key is the export's own: compare %s with the id that the operator gives, or give --public-key"
                              .formatted(String.join(", ", inside.ids())));
                  return inside;
                });
    return new ArchiveCheck(archive, keys, faults).run();
  }

  private static PublicKeys inside(Archive archive) {
    byte[] pem = archive.files().getOrDefault(Archive.PUBLIC_KEY, new byte[0]);
    try {
      return PublicKeys.parse(new String(pem, US_ASCII));
    } catch (EvidenceKeyException e) {
      throw UserError.no(
          "%s of the export holds no key: %s; give --public-key"
              .formatted(Archive.PUBLIC_KEY, e.getMessage()),
          e);
    }
  }

  private Optional<PublicKeys> given() {
    if (publicKey == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(PublicKeys.parse(Files.readString(publicKey, US_ASCII)));
    } catch (IOException e) {
      throw UserError.wrongUse("can't read --public-key %s: %s".formatted(publicKey, e), e);
    } catch (EvidenceKeyException e) {
      throw UserError.wrongUse(
          "--public-key %s is none: %s".formatted(publicKey, e.getMessage()), e);
    }
  }
}

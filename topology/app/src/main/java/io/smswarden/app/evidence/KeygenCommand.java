package io.smswarden.app.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.smswarden.app.config.EvidenceKeyFile;
import io.smswarden.app.exit.ExitCode;
import io.smswarden.app.exit.UserError;
import io.smswarden.filter.evidence.EvidenceKeys;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evidence keygen}. */
@Command(
    name = "keygen",
    description = {
      "Makes the file for smswarden.evidence.key-file, the same for all instances, and beside it",
      "FILE.pub, which may be given to anybody. Keep a copy of FILE in a safe: without it nobody",
      "can tell any more which evidence is a subscriber's."
    })
final class KeygenCommand implements Callable<Integer> {

  @Option(
      names = "--rotate",
      paramLabel = "OLD",
      description = {
        "Take over the pseudonyms and the public keys of this key file:",
        "only the key that signs is new."
      })
  private Path old;

  @Parameters(paramLabel = "FILE", description = "The key file to make; it must not exist.")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    SecureRandom random = new SecureRandom();
    EvidenceKeys keys =
        old == null
            ? EvidenceKeys.generate(random)
            : EvidenceKeyFile.read(old, old.toString()).rotated(random);
    Path pub = Path.of(file + ".pub");
    EvidenceKeyFile.write(keys, file);
    try {
      Files.writeString(pub, keys.publicKeys().pem(), US_ASCII, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw UserError.wrongUse("%s exists; take it away or give another FILE".formatted(pub), e);
    } catch (IOException e) {
      throw UserError.wrongUse("can't write %s: %s".formatted(pub, e.getMessage()), e);
    }
    spec.commandLine()
        .getOut()
        .println(
            "wrote %s (secret) and %s; key %s".formatted(file, pub, keys.publicKeys().currentId()));
    return ExitCode.DONE.code();
  }
}

package io.smswarden.app.config;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.smswarden.app.exit.UserError;
import io.smswarden.filter.evidence.EvidenceKeyException;
import io.smswarden.filter.evidence.EvidenceKeys;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The file of the keys that evidence is kept with. */
public final class EvidenceKeyFile {

  private EvidenceKeyFile() {}

  /**
   * Reads it.
   *
   * @param origin where the file was named, for whoever must mend it
   * @throws UserError when it can't be read or isn't one
   */
  public static EvidenceKeys read(Path file, String origin) {
    try {
      return EvidenceKeys.parse(Files.readString(file, US_ASCII));
    } catch (IOException e) {
      throw UserError.wrongUse(
          "%s: can't read the key file %s (%s); make one with 'smswarden evidence keygen'"
              .formatted(origin, file, e.getClass().getSimpleName()),
          e);
    } catch (EvidenceKeyException e) {
      throw UserError.wrongUse(
          "%s: %s is no key file: %s; make one with 'smswarden evidence keygen'"
              .formatted(origin, file, e.getMessage()),
          e);
    }
  }

  /**
   * Writes it, for its owner's eyes only.
   *
   * @throws UserError when it exists or can't be written
   */
  public static void write(EvidenceKeys keys, Path file) {
    try {
      boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
      FileAttribute<?>[] owner =
          posix
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
              }
              : new FileAttribute<?>[0];
      Files.newByteChannel(
              file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)
          .close();
      Files.writeString(file, keys.pem(), US_ASCII);
    } catch (FileAlreadyExistsException e) {
      throw UserError.wrongUse(
          "%s exists; a key that is lost makes its evidence useless: give another FILE"
              .formatted(file),
          e);
    } catch (IOException e) {
      throw UserError.wrongUse("can't write %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}

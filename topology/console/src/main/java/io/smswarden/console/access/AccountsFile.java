package io.smswarden.console.access;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of accounts and keys. It is read again when it has changed; what can't be read leaves
 * those that were there. Safe for use by many threads, and by several processes that change it.
 */
public final class AccountsFile {

  private static final Logger LOG = LoggerFactory.getLogger(AccountsFile.class);

  /** A second lock of a file within one process is no wait but an error. */
  private static final Object CHANGING = new Object();

  private final Optional<Path> path;
  private volatile Known known = new Known(Accounts.NONE, Optional.empty());

  /** What tells that a file has changed; replacing it gives it another key. */
  private record Stamp(FileTime modified, long size, Object key) {}

  private record Known(Accounts accounts, Optional<Stamp> stamp) {}

  private AccountsFile(Optional<Path> path) {
    this.path = path;
  }

  /** No file: there is nobody, and nobody can be added. */
  public static AccountsFile none() {
    return new AccountsFile(Optional.empty());
  }

  /**
   * A file, which need not exist yet.
   *
   * @throws AccountsException when it can't be read
   */
  public static AccountsFile of(Path path) {
    AccountsFile file = new AccountsFile(Optional.of(path.toAbsolutePath()));
    file.known = file.read(file.path.get(), stamp(file.path.get()));
    return file;
  }

  /** Whether there is a file, or could be. */
  public boolean isConfigured() {
    return path.isPresent();
  }

  /** The accounts as they are now. */
  public Accounts current() {
    path.ifPresent(this::refresh);
    return known.accounts();
  }

  private void refresh(Path file) {
    if (stamp(file).equals(known.stamp())) {
      return;
    }
    synchronized (this) {
      Optional<Stamp> now = stamp(file);
      if (now.equals(known.stamp())) {
        return;
      }
      try {
        known = read(file, now);
        LOG.atInfo().addKeyValue("file", file).log("the accounts were read again");
      } catch (AccountsException e) {
        known = new Known(known.accounts(), now);
        LOG.atError().log("{}; the accounts stay as they were", e.getMessage());
      }
    }
  }

  /**
   * Changes the file as a whole: whoever reads it sees it as before or as after.
   *
   * @throws AccountsException when it can't be read or written
   * @throws IllegalArgumentException as the change throws it; the file stays as it is
   */
  public void change(UnaryOperator<Accounts> change) {
    Path file =
        path.orElseThrow(
            () ->
                new AccountsException(
                    "there is no file of accounts: set smswarden.console.accounts-file", null));
    Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
    synchronized (CHANGING) {
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        Accounts changed = change.apply(read(file, stamp(file)).accounts());
        write(file, AccountsYaml.write(changed));
        known = new Known(changed, stamp(file));
        assert lock.isValid();
      } catch (IOException e) {
        throw new AccountsException(
            "can't write the accounts' file %s: %s".formatted(file, e.getMessage()), e);
      }
    }
  }

  private static void write(Path file, String yaml) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] owner =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path fresh =
        Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new", owner);
    try {
      try (FileChannel channel = FileChannel.open(fresh, Set.of(StandardOpenOption.WRITE), owner)) {
        var bytes = StandardCharsets.UTF_8.encode(yaml);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private Known read(Path file, Optional<Stamp> stamp) {
    try {
      return new Known(AccountsYaml.read(Files.readString(file)), stamp);
    } catch (NoSuchFileException e) {
      return new Known(Accounts.NONE, stamp);
    } catch (IOException | IllegalArgumentException e) {
      throw new AccountsException(
          "can't use the accounts' file %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static Optional<Stamp> stamp(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(
          new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

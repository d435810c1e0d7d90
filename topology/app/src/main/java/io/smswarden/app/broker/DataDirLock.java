package io.smswarden.app.broker;

import io.smswarden.app.exit.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a data directory to one living process. The lock is the operating system's: what a killed
 * process held is free, and a file left behind means nothing.
 */
final class DataDirLock {

  private final FileChannel channel;

  private DataDirLock(FileChannel channel) {
    this.channel = channel;
  }

  static DataDirLock take(Path dataDir) {
    FileChannel channel = open(dataDir);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new DataDirLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // Held by this very process: the same answer.
    } catch (IOException e) {
      close(channel);
      throw new UncheckedIOException(e);
    }
    close(channel);
    throw UserError.wrongUse(
        "the data directory "
            + dataDir
            + " is in use by another process; stop that one or give another --data-dir");
  }

  void release() {
    close(channel);
  }

  private static FileChannel open(Path dataDir) {
    try {
      Files.createDirectories(dataDir);
      return FileChannel.open(
          dataDir.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw UserError.wrongUse(
          "can't write to the data directory " + dataDir + ": " + e.getMessage(), e);
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

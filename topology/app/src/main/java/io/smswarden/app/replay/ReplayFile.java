package io.smswarden.app.replay;

import io.smswarden.app.exit.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * A file of messages. Its fingerprint is of what it says: the same messages are known again under
 * another name, compressed or not.
 *
 * @param path where it is; with gzip when the name ends in {@code .gz}
 * @param fingerprint first 64 bits of the SHA-256 of its uncompressed bytes, in hexadecimal
 * @param lines how many lines it has
 */
public record ReplayFile(Path path, String fingerprint, long lines) {

  private static final int FINGERPRINT_BYTES = 8;

  /**
   * Looks through a file.
   *
   * @throws UserError when it can't be read
   */
  public static ReplayFile of(Path path) {
    try (InputStream in = open(path)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      long lines = 0;
      byte last = '\n';
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        for (int i = 0; i < read; i++) {
          if (buffer[i] == '\n') {
            lines++;
          }
        }
        if (read > 0) {
          last = buffer[read - 1];
        }
      }
      String fingerprint = HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
      return new ReplayFile(path, fingerprint, last == '\n' ? lines : lines + 1);
    } catch (IOException e) {
      throw unreadable(path, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  LineReader read() {
    try {
      return new LineReader(open(path));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** The id of a line's message: the same line of the same file has the same. */
  String id(long line) {
    return fingerprint + "-" + line;
  }

  static UserError unreadable(Path path, IOException cause) {
    return cause instanceof NoSuchFileException
        ? UserError.wrongUse("no such file: " + path, cause)
        : UserError.wrongUse("can't read %s: %s".formatted(path, cause.getMessage()), cause);
  }

  private static InputStream open(Path path) throws IOException {
    InputStream bytes = Files.newInputStream(path);
    if (!path.getFileName().toString().endsWith(".gz")) {
      return bytes;
    }
    try {
      return new GZIPInputStream(bytes, 1 << 16);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }
}

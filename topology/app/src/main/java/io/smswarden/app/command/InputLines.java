package io.smswarden.app.command;

import io.smswarden.app.exit.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The lines of a file or stream in UTF-8, one at a time; bytes that are none become U+FFFD, so that
 * every line has its answer. A file whose name ends in {@code .gz} is unpacked. Only a line feed
 * ends a line, with a carriage return before it or not.
 */
public final class InputLines implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final BufferedReader reader;
  private final String name;
  private final StringBuilder line = new StringBuilder();
  private long number;

  private InputLines(InputStream in, String name) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    this.reader = new BufferedReader(new InputStreamReader(in, decoder), BUFFER);
    this.name = name;
  }

  static InputLines of(InputStream in) {
    return new InputLines(in, "standard input");
  }

  /** Opens a file; {@link UserError} when it can't be read. */
  public static InputLines of(Path file) {
    try {
      InputStream in = Files.newInputStream(file);
      if (!file.toString().endsWith(".gz")) {
        return new InputLines(in, file.toString());
      }
      try {
        return new InputLines(new GZIPInputStream(in, BUFFER), file.toString());
      } catch (IOException e) {
        in.close();
        throw e;
      }
    } catch (NoSuchFileException e) {
      throw UserError.wrongUse("no such file: " + file, e);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /** The next line without its end; null behind the last. */
  public String next() {
    try {
      line.setLength(0);
      int c = reader.read();
      if (c < 0) {
        return null;
      }
      while (c >= 0 && c != '\n') {
        line.append((char) c);
        c = reader.read();
      }
      number++;
      int length = line.length();
      if (length > 0 && line.charAt(length - 1) == '\r') {
        line.setLength(length - 1);
      }
      return line.toString();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** Where the last line stands, for an error: file and line number. */
  public String place() {
    return name + ":" + number;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static UserError unreadable(String name, IOException cause) {
    return UserError.wrongUse("can't read %s: %s".formatted(name, cause.getMessage()), cause);
  }
}

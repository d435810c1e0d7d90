package io.smswarden.app.replay;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads lines of UTF-8 one by one. A line that is none spoils no other, as it would with a {@link
 * java.io.Reader}, and is not mended unseen either.
 */
final class LineReader implements Closeable {

  private static final int BUFFER = 1 << 16;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
  private boolean first = true;

  LineReader(InputStream in) {
    this.in = new BufferedInputStream(in, BUFFER);
  }

  /** The next line; empty at the end. */
  Optional<Line> next() throws IOException {
    line.reset();
    int read = in.read();
    if (read < 0) {
      return Optional.empty();
    }
    for (; read >= 0 && read != '\n'; read = in.read()) {
      line.write(read);
    }
    return Optional.of(decoded());
  }

  private Line decoded() {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(line.toByteArray()))
              .toString();
      if (first && text.startsWith(BYTE_ORDER_MARK)) {
        text = text.substring(1);
      }
      first = false;
      return new Line.Text(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    } catch (CharacterCodingException e) {
      first = false;
      return new Line.Undecodable();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

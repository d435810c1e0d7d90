package io.smswarden.app.replay;

/**
 * How far a file has been replayed, this time and before.
 *
 * @param lines lines of the file
 * @param before lines that an earlier replay had done
 * @param done lines that are done, with those before
 * @param sent messages in {@code sms.events}, with those before
 */
public record ReplayResult(long lines, long before, long done, long sent) {

  /** Lines that are no messages. */
  public long rejected() {
    return done - sent;
  }

  /** Whether nothing is left to do. */
  public boolean complete() {
    return done == lines;
  }
}

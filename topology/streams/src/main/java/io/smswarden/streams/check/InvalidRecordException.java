package io.smswarden.streams.check;

/** A record that could be read but can't be processed; the message names no text and no number. */
public final class InvalidRecordException extends RuntimeException {

  InvalidRecordException(String message) {
    super(message);
  }
}

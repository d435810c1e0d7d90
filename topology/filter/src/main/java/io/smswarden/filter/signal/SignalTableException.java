package io.smswarden.filter.signal;

/** A signal table that can't be used: says what is wrong, where, and what is expected. */
public final class SignalTableException extends RuntimeException {

  SignalTableException(String message) {
    super(message);
  }

  SignalTableException(String message, Throwable cause) {
    super(message, cause);
  }
}

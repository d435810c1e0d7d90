package io.smswarden.streams;

/** State that can't be read now, and can be later: a partition is being moved or restored. */
public final class StateNotReadyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a reason that whoever asked can be told. */
  public StateNotReadyException(String reason) {
    super(reason);
  }

  StateNotReadyException(String reason, Throwable cause) {
    super(reason, cause);
  }
}

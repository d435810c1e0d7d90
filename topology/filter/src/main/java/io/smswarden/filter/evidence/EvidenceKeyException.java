package io.smswarden.filter.evidence;

/** Keys that can't be used. The message says why, and shows nothing of them. */
public final class EvidenceKeyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EvidenceKeyException(String message) {
    super(message);
  }

  EvidenceKeyException(String message, Throwable cause) {
    super(message, cause);
  }
}

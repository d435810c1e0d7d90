package io.smswarden.console.access;

/** A file of accounts that can't be used; the message says which, why and what to do. */
public final class AccountsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AccountsException(String message, Throwable cause) {
    super(message, cause);
  }
}

package io.smswarden.filter.contact;

/** Contact rules that can't be used; the message says what is wrong and where. */
public final class ContactRulesException extends IllegalArgumentException {

  ContactRulesException(String message) {
    super(message);
  }

  ContactRulesException(String message, Throwable cause) {
    super(message, cause);
  }
}

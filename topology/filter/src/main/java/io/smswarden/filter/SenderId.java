package io.smswarden.filter;

import java.util.Objects;

/**
 * A sender ID in canonical form: E.164 with +, a short code's digits, or an alphanumeric name.
 *
 * @param value the canonical form, the key of the sender's records
 */
public record SenderId(String value) {

  public SenderId {
    Objects.requireNonNull(value, "value");
    if (value.isBlank()) {
      throw new IllegalArgumentException("a sender ID is not blank");
    }
  }

  @Override
  public String toString() {
    return "SenderId[" + value.length() + " characters]";
  }
}

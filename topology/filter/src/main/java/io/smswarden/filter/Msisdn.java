package io.smswarden.filter;

import java.util.Objects;

/**
 * A subscriber's number; {@link #toString()} masks it, so that it can't end in a log.
 *
 * @param value E.164 with +
 */
public record Msisdn(String value) {

  public Msisdn {
    Objects.requireNonNull(value, "value");
    if (value.isBlank()) {
      throw new IllegalArgumentException("an MSISDN is not blank");
    }
  }

  @Override
  public String toString() {
    return "Msisdn[" + value.length() + " characters]";
  }
}

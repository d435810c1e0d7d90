package io.smswarden.filter;

import java.util.Objects;
import java.util.Optional;

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

  /**
   * The number in E.164.
   *
   * @param raw with or without country code, with or without separators
   * @param region ISO 3166-1 code of the operator's country
   * @return empty when it is no valid number
   */
  public static Optional<Msisdn> parse(String raw, String region) {
    return PhoneNumbers.e164(raw, region).map(Msisdn::new);
  }

  /** ISO 3166-1 code of the country whose number this is; empty when it is of none. */
  public Optional<String> region() {
    return PhoneNumbers.region(value);
  }

  @Override
  public String toString() {
    return "Msisdn[" + value.length() + " characters]";
  }
}

package io.smswarden.filter.contact;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is permitted in one country.
 *
 * @param hours when; empty when any time is
 * @param limits how often; empty when as often as one likes
 */
public record ContactRule(Optional<PermittedHours> hours, List<ContactLimit> limits) {

  /** Nothing is forbidden. */
  public static final ContactRule NONE = new ContactRule(Optional.empty(), List.of());

  public ContactRule {
    Objects.requireNonNull(hours, "hours");
    limits = List.copyOf(limits);
  }
}

package io.smswarden.console.http;

import io.smswarden.filter.Msisdn;
import java.util.Objects;
import java.util.Optional;

/**
 * Who sent a request.
 *
 * @param name of the account or the API key, as the audit log tells it
 * @param role what it may do
 * @param only the one subscriber that it may act for; empty when it is not bound to one
 * @param address where it asks from, for the audit log; empty when that is of no interest
 */
public record Caller(String name, Role role, Optional<Msisdn> only, Optional<String> address) {

  /** Checks that nothing is missing. */
  public Caller {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(only, "only");
    Objects.requireNonNull(address, "address");
  }

  /** One of whom it is not known where it asks from. */
  public Caller(String name, Role role, Optional<Msisdn> only) {
    this(name, role, only, Optional.empty());
  }

  /** Whether this caller may. */
  public boolean may(Permission permission) {
    return role.may(permission);
  }

  /** Whether this caller may act for a subscriber, apart from what its role allows. */
  public boolean concerns(Msisdn subscriber) {
    return only.isEmpty() || only.get().equals(subscriber);
  }
}

package io.smswarden.filter.contact;

import java.util.Objects;

/** What broke a contact rule. */
public sealed interface Violation {

  /** The contact that broke it. */
  Contact contact();

  /**
   * A contact at a time that is not permitted.
   *
   * @param hours what is permitted
   */
  record OutsideHours(Contact contact, PermittedHours hours) implements Violation {

    public OutsideHours {
      Objects.requireNonNull(contact, "contact");
      Objects.requireNonNull(hours, "hours");
    }
  }

  /**
   * One contact more than is permitted.
   *
   * @param limit what is permitted
   * @param contacts how many there were in the stretch that ends with this one
   */
  record TooOften(Contact contact, ContactLimit limit, int contacts) implements Violation {

    public TooOften {
      Objects.requireNonNull(contact, "contact");
      Objects.requireNonNull(limit, "limit");
    }
  }
}

package io.smswarden.filter.reputation;

/** What the operator's registry knows of a sender. */
public enum Registration {
  /** Nothing. */
  NONE(0),
  /** An organisation claims it. */
  REGISTERED(10),
  /** An organisation has it, as the operator checked. */
  VERIFIED(40);

  private final double misses;

  Registration(double misses) {
    this.misses = misses;
  }

  /** How many allowed messages it is worth. */
  double misses() {
    return misses;
  }

  /** The registration of a sender. */
  public static Registration of(boolean registered, boolean verified) {
    return !registered ? NONE : verified ? VERIFIED : REGISTERED;
  }
}

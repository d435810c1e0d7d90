package io.smswarden.app.config;

import java.util.Locale;

/** How often a message may be judged when something fails. */
public enum Guarantee {
  /** Once, and all that follows from it is written together. */
  EXACTLY_ONCE_V2,
  /** Once or more; counts may be too high after a failure. */
  AT_LEAST_ONCE;

  /** Kafka's name of it. */
  public String kafkaName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

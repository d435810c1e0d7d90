package io.smswarden.streams.statistics;

import io.smswarden.schemas.StatsDimension;

/**
 * What is counted by.
 *
 * @param name the sender, organisation, category, region or campaign
 */
record Subject(StatsDimension dimension, String name) {

  /** The subject of a key that {@link #key()} made. */
  static Subject of(String key) {
    int colon = key.indexOf(':');
    return new Subject(StatsDimension.valueOf(key.substring(0, colon)), key.substring(colon + 1));
  }

  String key() {
    return dimension + ":" + name;
  }
}

package io.smswarden.app.config;

import java.util.Locale;

/** Whether uncertain messages get a second look. */
public enum SecondStage {
  ON,
  OFF;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

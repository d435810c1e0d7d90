package io.smswarden.app.config;

/**
 * A value as it was given.
 *
 * @param text the value, without blanks around it
 * @param origin where it was given, for whoever must mend it
 */
record Setting(String text, String origin) {

  static final String DEFAULT = "default";

  Setting {
    text = text.strip();
  }
}

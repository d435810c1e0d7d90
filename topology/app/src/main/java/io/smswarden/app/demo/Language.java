package io.smswarden.app.demo;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The language of what is shown to a person. */
enum Language {
  ZH(Locale.SIMPLIFIED_CHINESE),
  EN(Locale.ENGLISH);

  private static final String TEXTS = "io.smswarden.app.demo.demo";

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  static Language of(Locale locale) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? ZH : EN;
  }

  /** A text; what is to be put in is formatted already. */
  String text(String key, Object... values) {
    // Without the JDK's fallback to the machine's own language, which may be Chinese for English.
    ResourceBundle texts =
        ResourceBundle.getBundle(
            TEXTS, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    return new MessageFormat(texts.getString(key), Locale.ROOT).format(values);
  }
}

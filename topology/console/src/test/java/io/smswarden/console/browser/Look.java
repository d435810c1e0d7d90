package io.smswarden.console.browser;

import com.microsoft.playwright.options.ColorScheme;

/** How somebody looks at the pages: what the browser says it prefers, and the window's size. */
public record Look(String language, ColorScheme theme, int width, int height) {

  /** A desk, in a language. */
  public static Look desk(String language, ColorScheme theme) {
    return new Look(language, theme, 1440, 900);
  }

  /** A phone, in a language. */
  public static Look phone(String language, ColorScheme theme) {
    return new Look(language, theme, 390, 844);
  }
}

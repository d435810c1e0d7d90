package io.smswarden.app.config;

import java.util.Optional;

/**
 * What an operator can set of the console.
 *
 * @param warnings the latest warnings that are kept in memory
 * @param readers how many may read a stream of events at a time
 * @param instanceSecret what instances sign with when they ask each other; empty when there is one
 */
public record ConsoleSettings(int warnings, int readers, Optional<String> instanceSecret) {

  static ConsoleSettings of(Settings settings) {
    return new ConsoleSettings(
        settings.get(Key.CONSOLE_WARNINGS),
        settings.get(Key.CONSOLE_READERS),
        settings.get(Key.CONSOLE_INSTANCE_SECRET));
  }

  @Override
  public String toString() {
    return "ConsoleSettings[%d, %d]".formatted(warnings, readers);
  }
}

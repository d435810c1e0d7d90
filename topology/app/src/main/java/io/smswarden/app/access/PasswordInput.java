package io.smswarden.app.access;

import io.smswarden.app.exit.UserError;
import io.smswarden.console.access.Passwords;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** Asks for a new password: on a terminal twice and unseen, else a line of the standard input. */
final class PasswordInput {

  private PasswordInput() {}

  /** The hash of what was given. */
  static String hash() {
    String password = isTerminal() ? asked(System.console()) : line();
    try {
      return new Passwords().hash(password);
    } catch (IllegalArgumentException e) {
      throw UserError.wrongUse(e.getMessage(), e);
    }
  }

  private static boolean isTerminal() {
    try {
      return TerminalProvider.load("exec").isSystemStream(SystemStream.Input);
    } catch (IOException e) {
      return false;
    }
  }

  private static String asked(Console console) {
    char[] first = console.readPassword("New password: ");
    char[] again = console.readPassword("Again: ");
    if (first == null || again == null || !new String(first).equals(new String(again))) {
      throw UserError.wrongUse("the two are not the same; nothing was changed");
    }
    return new String(first);
  }

  private static String line() {
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      if (line == null) {
        throw UserError.wrongUse("give the password as a line of the standard input");
      }
      return line;
    } catch (IOException e) {
      throw UserError.wrongUse("can't read the password: " + e.getMessage(), e);
    }
  }
}

package io.smswarden.app.command.rules;

import io.smswarden.app.exit.UserError;
import io.smswarden.filter.Filter;
import io.smswarden.filter.rule.RuleSetException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file with a rule set.
 *
 * @param path where it is
 * @param yaml what it says
 */
record RuleFile(Path path, String yaml) {

  /** Reads a file; {@link UserError} when it can't be read. */
  static RuleFile read(Path path) {
    try {
      return new RuleFile(path, Files.readString(path));
    } catch (NoSuchFileException e) {
      throw UserError.wrongUse("no such file: %s; give a rule set's path".formatted(path), e);
    } catch (CharacterCodingException e) {
      throw UserError.wrongUse("%s is not in UTF-8; write it anew".formatted(path), e);
    } catch (IOException e) {
      throw UserError.wrongUse("can't read %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  /**
   * The filter with these rules.
   *
   * @throws UserError with all faults, a line each: file, line, column, what is wrong
   */
  Filter compiled(Filter filter) {
    try {
      return filter.withRules(yaml);
    } catch (RuleSetException e) {
      throw UserError.wrongUse(
          e.faults().stream().map(fault -> "%s:%s".formatted(path, fault)).toList());
    }
  }
}

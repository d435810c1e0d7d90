package io.smswarden.filter.rule;

/**
 * What is wrong with a rule set, and where.
 *
 * @param line line in the YAML, from 1
 * @param column column in the line, from 1
 * @param message what is wrong and what is allowed
 */
public record RuleFault(int line, int column, String message) {

  @Override
  public String toString() {
    return "%d:%d: %s".formatted(line, column, message);
  }
}

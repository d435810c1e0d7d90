package io.smswarden.filter.rule;

import io.smswarden.filter.Filter;

/** The shipped filter, read once for all tests: rules are tried on the real signals. */
final class Shipped {

  static final Filter FILTER = Filter.standard();

  private Shipped() {}

  static RuleSet read(String yaml) {
    return RuleSet.read(yaml, FILTER.table());
  }
}

package io.smswarden.filter.verdict;

/** What to do with a message. */
public enum Action {
  ALLOW,
  WARN,
  BLOCK
}

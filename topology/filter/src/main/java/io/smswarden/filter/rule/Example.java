package io.smswarden.filter.rule;

import io.smswarden.filter.Message;

/**
 * A message that a rule's author wrote down.
 *
 * @param match whether the rule must fire, else it must not
 * @param number its place in the rule's list, from 1
 * @param message the message
 */
public record Example(boolean match, int number, Message message) {}

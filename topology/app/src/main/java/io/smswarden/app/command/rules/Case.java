package io.smswarden.app.command.rules;

import io.smswarden.filter.Message;
import java.util.Optional;

/**
 * A message to compare rules by.
 *
 * @param message the message
 * @param unwanted its label; empty when nobody labelled it
 * @param group whom a hit is counted for: the source of a labelled message, else the sender, masked
 */
record Case(Message message, Optional<Boolean> unwanted, String group) {

  /** The label's name. */
  String label() {
    return unwanted.map(spam -> spam ? "spam" : "ham").orElse("unlabelled");
  }
}

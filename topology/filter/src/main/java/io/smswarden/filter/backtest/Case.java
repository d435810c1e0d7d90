package io.smswarden.filter.backtest;

import io.smswarden.filter.Message;
import java.util.Optional;

/**
 * A message to compare rules by.
 *
 * @param id the message's id; empty when it has none
 * @param message the message
 * @param unwanted its label; empty when nobody labelled it
 * @param group whom a hit is counted for: the source of a labelled message, else the sender, masked
 */
public record Case(Optional<String> id, Message message, Optional<Boolean> unwanted, String group) {

  /** The label's name. */
  public String label() {
    return unwanted.map(spam -> spam ? "spam" : "ham").orElse("unlabelled");
  }
}

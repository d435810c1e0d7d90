package io.smswarden.filter.rule;

import io.smswarden.filter.Message;
import io.smswarden.filter.verdict.Category;
import io.smswarden.filter.verdict.Finding;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the allow or block list.
 *
 * @param kind what it names
 * @param name in normalised form
 * @param until when it ends; empty for never
 * @param category of what kind a blocked message is; empty to ask the model
 * @param reason why it is there
 */
record ListEntry(
    Kind kind, String name, Optional<Instant> until, Optional<Category> category, Reason reason) {

  /** What an entry names. */
  enum Kind {
    SENDER("sender"),
    SENDER_PREFIX("sender-prefix"),
    HOST("host"),
    DOMAIN("domain"),
    TEXT("text"),
    TEXT_SHA256("text-sha256");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }
  }

  /** Whether it has not ended; without a time nothing has. */
  boolean inForce(Message message) {
    return until.isEmpty()
        || message.time().isEmpty()
        || message.time().get().isBefore(until.get());
  }

  Finding finding(boolean allow, Category shown, int start, int end) {
    return new Finding(
        allow ? RuleSet.ALLOW_LIST : RuleSet.BLOCK_LIST,
        shown,
        1,
        0,
        start,
        end,
        reason.zh(),
        reason.en());
  }
}

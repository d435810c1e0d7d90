package io.smswarden.filter.rule;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.signal.SignalTable;
import java.time.ZoneId;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What all parts of a rule set are read with.
 *
 * @param table the signals that rules may speak of
 * @param faults takes what is wrong
 * @param home ISO 3166-1 code of the operator's country
 * @param zone the zone of times that name none; empty when the rule set names none
 * @param literals makes the literals
 * @param regexes compiles the regexes
 */
record Reading(
    SignalTable table,
    Faults faults,
    String home,
    Optional<ZoneId> zone,
    LiteralPool literals,
    Regexes regexes) {

  static Reading of(SignalTable table, Faults faults, String home, Optional<ZoneId> zone) {
    LiteralPool literals = new LiteralPool();
    return new Reading(table, faults, home, zone, literals, new Regexes(literals, faults));
  }

  /** A sender in canonical form. */
  Optional<SenderId> sender(Node node) {
    Optional<String> text = Fields.text(node, faults);
    Optional<SenderId> sender = text.flatMap(raw -> SenderId.parse(raw, home));
    if (text.isPresent() && sender.isEmpty()) {
      faults.add(
          node,
          "no sender: expected a number with or without country code, a short code or a name of at most 21"
              + " characters");
    }
    return sender;
  }

  /** A host's name in small letters, which is not a suffix that others register under. */
  Optional<String> host(Node node) {
    return Fields.text(node, faults).flatMap(text -> HostRules.read(node, text, faults));
  }
}

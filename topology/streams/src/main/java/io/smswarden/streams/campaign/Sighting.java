package io.smswarden.streams.campaign;

import io.smswarden.filter.campaign.Fingerprint;
import io.smswarden.filter.campaign.Sample;
import io.smswarden.schemas.Complaint;
import io.smswarden.streams.score.Judged;

/** Something that bears on a group of near-duplicates. */
sealed interface Sighting {

  /**
   * A message with a fingerprint was judged.
   *
   * @param fingerprint of its text
   * @param sample its text, masked where it is asked for
   * @param traits what is counted of it
   */
  record Seen(Fingerprint fingerprint, Text sample, Traits traits) implements Sighting {}

  /**
   * A subscriber complained of the sender.
   *
   * @param weight how reliable the subscriber is, in [0,1]
   */
  record Complained(double weight) implements Sighting {}

  /**
   * What is counted of a message.
   *
   * @param sender who sent it
   * @param recipient who got it
   * @param score its score by the text alone
   * @param flagged whether it was WARN or BLOCK
   * @param category the verdict's category
   */
  record Traits(String sender, String recipient, double score, boolean flagged, String category) {}

  /** A text that shows itself masked only. */
  record Text(String unmasked) {

    String masked() {
      return Sample.masked(unmasked);
    }

    @Override
    public String toString() {
      return "Text[" + unmasked.length() + " units]";
    }
  }

  /** The sighting that a judged message with a fingerprint is. */
  static Sighting of(Judged message) {
    return new Seen(
        message.fingerprint().orElseThrow(),
        new Text(message.event().getText()),
        new Traits(
            message.event().getSender(),
            message.event().getRecipient(),
            message.textScore(),
            message.flagged(),
            message.verdict().getCategory().name()));
  }

  /** The sighting that a complaint is. */
  static Sighting of(Complaint complaint) {
    return new Complained(complaint.getWeight());
  }
}

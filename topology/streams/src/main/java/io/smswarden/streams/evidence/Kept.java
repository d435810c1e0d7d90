package io.smswarden.streams.evidence;

import io.smswarden.schemas.EvidenceCheckpoint;
import io.smswarden.schemas.EvidenceContent;
import io.smswarden.schemas.EvidenceRecord;

/** What comes of keeping evidence. */
sealed interface Kept {

  /**
   * A record of a sender's chain and its content.
   *
   * @param id the record's hash in hexadecimal digits
   */
  record Message(String id, EvidenceRecord evidence, EvidenceContent content) implements Kept {}

  /** A signature of chains' heads. */
  record Signature(EvidenceCheckpoint checkpoint) implements Kept {}
}

package io.smswarden.filter.evidence;

/**
 * A member of a sender's chain: a whole record, or in an excerpt only what links its neighbours.
 */
public sealed interface EvidenceLink extends Link permits EvidenceRecord, BareLink {

  /** Hash of the facts. */
  Hash factsHash();

  @Override
  default Hash computed() {
    return Encoding.of("record/1")
        .text(chain())
        .number(sequence())
        .hash(previous())
        .hash(factsHash())
        .sha256();
  }
}

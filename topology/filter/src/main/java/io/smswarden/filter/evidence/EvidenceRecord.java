package io.smswarden.filter.evidence;

/**
 * A flagged message in its sender's chain; its hash is the number under which it is known.
 *
 * @param chain the sender
 */
public record EvidenceRecord(String chain, long sequence, Hash previous, Facts facts, Hash hash)
    implements EvidenceLink {

  /** The record that comes behind a head. */
  public static EvidenceRecord after(Head head, Facts facts) {
    EvidenceRecord unsealed =
        new EvidenceRecord(head.chain(), head.sequence() + 1, head.hash(), facts, Hash.NONE);
    return new EvidenceRecord(
        head.chain(), unsealed.sequence(), unsealed.previous(), facts, unsealed.computed());
  }

  @Override
  public Hash factsHash() {
    return facts.hash();
  }
}

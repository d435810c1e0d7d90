package io.smswarden.filter.evidence;

/** A record without its facts: enough to follow a chain through what must not be shown. */
public record BareLink(String chain, long sequence, Hash previous, Hash factsHash, Hash hash)
    implements EvidenceLink {

  /** What is left of a record. */
  public static BareLink of(EvidenceRecord whole) {
    return new BareLink(
        whole.chain(), whole.sequence(), whole.previous(), whole.factsHash(), whole.hash());
  }
}

package io.smswarden.app.evidence;

import io.smswarden.filter.evidence.Attestation;
import io.smswarden.filter.evidence.Content;
import io.smswarden.filter.evidence.Erasure;
import io.smswarden.filter.evidence.EvidenceLink;
import io.smswarden.filter.evidence.EvidenceRecord;
import io.smswarden.filter.evidence.Hash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Some evidence with what shows that it is genuine.
 *
 * @param links by chain and number: the records, and links from them to the next signed head
 * @param contents by record; those erased are not there
 * @param attestations the signed heads
 * @param erasures why contents are not there
 */
record Excerpt(
    List<EvidenceLink> links,
    Map<Hash, Content> contents,
    List<Attestation> attestations,
    List<Erasure> erasures) {

  Excerpt {
    links = List.copyOf(links);
    contents = new LinkedHashMap<>(contents);
    attestations = List.copyOf(attestations);
    erasures = List.copyOf(erasures);
  }

  Stream<EvidenceRecord> records() {
    return links.stream().filter(EvidenceRecord.class::isInstance).map(EvidenceRecord.class::cast);
  }
}

package io.smswarden.app.evidence;

import io.smswarden.filter.evidence.Attestation;
import io.smswarden.filter.evidence.BareLink;
import io.smswarden.filter.evidence.Checkpoint;
import io.smswarden.filter.evidence.Content;
import io.smswarden.filter.evidence.Erasure;
import io.smswarden.filter.evidence.EvidenceLink;
import io.smswarden.filter.evidence.EvidenceRecord;
import io.smswarden.filter.evidence.Fault;
import io.smswarden.filter.evidence.Hash;
import io.smswarden.filter.evidence.Head;
import io.smswarden.schemas.EvidenceCheckpoint;
import io.smswarden.streams.EvidenceFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Gathers evidence from the topics; only what is wanted is held in memory. */
final class Collector {

  private final EvidenceTopics topics;
  private final Predicate<EvidenceRecord> wanted;
  private final Consumer<Fault> faults;
  private final NavigableMap<String, NavigableMap<Long, EvidenceLink>> chains = new TreeMap<>();
  private final Map<String, NavigableMap<Long, Attestation>> signed = new HashMap<>();

  Collector(EvidenceTopics topics, Predicate<EvidenceRecord> wanted, Consumer<Fault> faults) {
    this.topics = topics;
    this.wanted = wanted;
    this.faults = faults;
  }

  Excerpt collect() {
    eachRecord(
        record -> {
          if (wanted.test(record)) {
            chain(record.chain()).put(record.sequence(), record);
          }
        });
    Map<Hash, Content> contents = contents();
    topics.checkpoints().each(this::checkpoint, faults);
    List<Attestation> attestations = attestations();
    Map<String, Long> ends = ends(attestations);
    if (holes(ends)) {
      eachRecord(record -> link(record, ends));
    }
    List<EvidenceLink> links =
        chains.values().stream().flatMap(chain -> chain.values().stream()).toList();
    return new Excerpt(links, contents, attestations, erasures(contents));
  }

  private void eachRecord(Consumer<EvidenceRecord> taker) {
    topics
        .chains()
        .each(
            found -> {
              if (found.value() != null) {
                taker.accept(EvidenceFormat.read(found.value()));
              }
            },
            faults);
  }

  private NavigableMap<Long, EvidenceLink> chain(String sender) {
    return chains.computeIfAbsent(sender, key -> new TreeMap<>());
  }

  private Map<Hash, Content> contents() {
    Map<Hash, Content> all = new LinkedHashMap<>();
    chains.values().forEach(chain -> chain.values().forEach(link -> all.put(link.hash(), null)));
    topics
        .contents()
        .each(
            found ->
                Ids.hash(found.key())
                    .filter(all::containsKey)
                    .ifPresent(
                        id ->
                            all.put(
                                id,
                                found.value() == null ? null : EvidenceFormat.read(found.value()))),
            faults);
    all.values().removeAll(Collections.singleton(null));
    return all;
  }

  private void checkpoint(Found<String, EvidenceCheckpoint> found) {
    if (found.value() == null) {
      return;
    }
    List<Head> heads = EvidenceFormat.heads(found.value());
    for (int i = 0; i < heads.size(); i++) {
      Head head = heads.get(i);
      if (chains.containsKey(head.chain())) {
        Checkpoint checkpoint = EvidenceFormat.read(found.value());
        signed
            .computeIfAbsent(head.chain(), key -> new TreeMap<>())
            .put(head.sequence(), checkpoint.attest(heads, i));
      }
    }
  }

  /** For each record the first head that was signed with it. */
  private List<Attestation> attestations() {
    List<Attestation> needed = new ArrayList<>();
    chains.forEach(
        (sender, chain) -> {
          NavigableMap<Long, Attestation> heads = signed.getOrDefault(sender, new TreeMap<>());
          chain.keySet().stream()
              .map(heads::ceilingEntry)
              .filter(entry -> entry != null)
              .map(Map.Entry::getValue)
              .distinct()
              .forEach(needed::add);
        });
    return needed;
  }

  private Map<String, Long> ends(List<Attestation> attestations) {
    Map<String, Long> ends = new HashMap<>();
    chains.forEach((sender, chain) -> ends.put(sender, chain.lastKey()));
    attestations.forEach(
        each -> ends.merge(each.head().chain(), each.head().sequence(), Math::max));
    return ends;
  }

  private boolean holes(Map<String, Long> ends) {
    return chains.entrySet().stream()
        .anyMatch(
            entry ->
                ends.get(entry.getKey()) - entry.getValue().firstKey() + 1
                    > entry.getValue().size());
  }

  private void link(EvidenceRecord record, Map<String, Long> ends) {
    NavigableMap<Long, EvidenceLink> chain = chains.get(record.chain());
    if (chain != null
        && record.sequence() > chain.firstKey()
        && record.sequence() <= ends.get(record.chain())) {
      chain.putIfAbsent(record.sequence(), BareLink.of(record));
    }
  }

  private List<Erasure> erasures(Map<Hash, Content> contents) {
    List<Erasure> concerned = new ArrayList<>();
    topics
        .erasures()
        .each(
            found -> {
              if (found.value() != null) {
                Erasure erasure = EvidenceFormat.read(found.value());
                boolean ours =
                    erasure.evidence().stream()
                        .anyMatch(id -> isRecord(id) && !contents.containsKey(id));
                if (ours) {
                  concerned.add(erasure);
                }
              }
            },
            faults);
    return concerned;
  }

  private boolean isRecord(Hash id) {
    return chains.values().stream()
        .flatMap(chain -> chain.values().stream())
        .anyMatch(link -> link instanceof EvidenceRecord && link.hash().equals(id));
  }
}

package io.smswarden.filter.evidence;

import io.smswarden.filter.evidence.Fault.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Checks evidence against itself and its signatures. It is told everything in this order:
 * checkpoints, erasures, contents, records; each kind in the order in which it lies. Faults are
 * told as they are found, the missing ones by {@link #finish()}. It remembers a hash for each
 * content and each signed head, and the state of each chain; no record.
 */
public final class EvidenceVerifier {

  private final PublicKeys keys;
  private final Extent records;
  private final Extent contents;
  private final Consumer<Fault> faults;
  private final Map<String, ChainCheck> chains = new HashMap<>();
  private final Map<String, ChainCheck> checkpoints = new HashMap<>();
  private final Set<String> erased = new HashSet<>();
  private final Map<String, Hash> commitments = new HashMap<>();
  private long recordCount;
  private long contentCount;
  private long erasedCount;
  private long checkpointCount;

  /**
   * A check.
   *
   * @param keys what signatures are checked with
   * @param records how much of the chains and checkpoints is meant to be there
   * @param contents whether contents may be gone without having been erased: not if WHOLE
   * @param faults told of each fault
   */
  public EvidenceVerifier(
      PublicKeys keys, Extent records, Extent contents, Consumer<Fault> faults) {
    this.keys = keys;
    this.records = records;
    this.contents = contents;
    this.faults = faults;
  }

  /** A checkpoint with all its heads. */
  public void checkpoint(Checkpoint checkpoint, List<Head> heads, String where) {
    checkpoints
        .computeIfAbsent(checkpoint.chain(), chain -> new ChainCheck(chain, records, faults))
        .next(checkpoint, where);
    boolean covers = checkpoint.covers(heads);
    if (!covers) {
      faults.accept(Fault.of(Kind.CHANGED, where, checkpoint, "its heads aren't the signed ones"));
    }
    if (signed(checkpoint, where) && covers) {
      heads.forEach(head -> chain(head.chain()).attested(head, where));
    }
  }

  /** A head of a checkpoint whose other heads aren't shown. */
  public void attestation(Attestation attestation, String where) {
    Checkpoint checkpoint = attestation.checkpoint();
    if (!attestation.holds()) {
      faults.accept(
          Fault.of(Kind.CHANGED, where, checkpoint, "the head is not shown to be one of its"));
    }
    if (!checkpoint.hash().equals(checkpoint.computed())) {
      faults.accept(
          Fault.of(Kind.CHANGED, where, checkpoint, "its hash is not that of its contents"));
    }
    if (signed(checkpoint, where) && attestation.holds()) {
      chain(attestation.head().chain()).attested(attestation.head(), where);
    }
  }

  private boolean signed(Checkpoint checkpoint, String where) {
    checkpointCount++;
    boolean signed = keys.verify(checkpoint.computed(), checkpoint.signed());
    if (!signed) {
      faults.accept(
          Fault.of(Kind.CHANGED, where, checkpoint, "its signature is not by a known key"));
    }
    return signed;
  }

  /** Says that contents were erased on purpose. */
  public void erasure(Erasure erasure, String where) {
    if (!erasure.hash().equals(erasure.computed())
        || !keys.verify(erasure.computed(), erasure.signed())) {
      faults.accept(Fault.at(where, Kind.CHANGED, "the erasure is not as it was signed"));
      return;
    }
    erasure.evidence().forEach(evidence -> erased.add(evidence.hex()));
  }

  /**
   * A record's content.
   *
   * @param evidence hash of the record
   */
  public void content(Hash evidence, Content content, String where) {
    if (commitments.put(evidence.hex(), content.commitment()) != null) {
      faults.accept(Fault.at(where, Kind.DUPLICATED, "there is a content of this record already"));
    }
  }

  /** The content of a record was taken away again, as an erasure does. */
  public void noContent(Hash evidence) {
    commitments.remove(evidence.hex());
  }

  /**
   * A record, or in an excerpt what links two.
   *
   * @param chain the chain that it lies in
   */
  public void record(String chain, EvidenceLink link, String where) {
    record(chain, link, where, true);
  }

  /**
   * The same.
   *
   * @param contentTold false for one so new that its content may not have been told yet
   */
  public void record(String chain, EvidenceLink link, String where, boolean contentTold) {
    boolean sound = chain(chain).next(link, where);
    if (link instanceof EvidenceRecord whole) {
      recordCount++;
      Optional<Hash> commitment = Optional.ofNullable(commitments.remove(whole.hash().hex()));
      if (sound && (contentTold || commitment.isPresent())) {
        content(whole, commitment, where);
      }
    }
  }

  private void content(EvidenceRecord whole, Optional<Hash> commitment, String where) {
    if (commitment.isPresent()) {
      contentCount++;
      if (!commitment.get().equals(whole.facts().commitment())) {
        faults.accept(Fault.of(Kind.CHANGED, where, whole, "its text or recipient was changed"));
      }
    } else if (erased.contains(whole.hash().hex())) {
      erasedCount++;
    } else if (contents == Extent.WHOLE) {
      faults.accept(
          Fault.of(
              Kind.MISSING, where, whole, "its text is gone, and no erasure says that it may be"));
    }
  }

  private ChainCheck chain(String name) {
    return chains.computeIfAbsent(name, chain -> new ChainCheck(chain, records, faults));
  }

  /** Tells the last faults, and what was checked. */
  public Checked finish() {
    checkpoints.values().forEach(ChainCheck::finish);
    chains.values().forEach(ChainCheck::finish);
    commitments
        .keySet()
        .forEach(
            id ->
                faults.accept(
                    Fault.at(
                        "content " + id, Kind.FOREIGN, "there is no record that it belongs to")));
    return new Checked(
        recordCount,
        chains.size(),
        checkpointCount,
        contentCount,
        erasedCount,
        chains.values().stream().mapToLong(ChainCheck::unsigned).sum());
  }

  /**
   * What was checked.
   *
   * @param records whole records
   * @param contents those whose content is there
   * @param erased those whose content was erased on purpose
   * @param unsigned records and links that no checkpoint signs yet
   */
  public record Checked(
      long records, long chains, long checkpoints, long contents, long erased, long unsigned) {}
}

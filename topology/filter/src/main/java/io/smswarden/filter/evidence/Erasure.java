package io.smswarden.filter.evidence;

import java.time.Instant;
import java.util.List;

/**
 * Says that contents were erased: by whom, when and why.
 *
 * @param id of this record
 * @param subscriber whose contents they were
 * @param by who did it
 * @param at when, in milliseconds
 * @param reason why, such as the request's file number
 * @param evidence the records that lost their content
 * @param hash of all this and the key's id
 * @param signed signature of the hash
 */
public record Erasure(
    String id,
    Pseudonym subscriber,
    String by,
    Instant at,
    String reason,
    List<Hash> evidence,
    Hash hash,
    Signed signed) {

  public Erasure {
    evidence = List.copyOf(evidence);
  }

  /** A signed record of an erasure. */
  public static Erasure of(
      String id,
      Pseudonym subscriber,
      String by,
      Instant at,
      String reason,
      List<Hash> evidence,
      EvidenceKeys keys) {
    String key = keys.publicKeys().currentId();
    Hash hash = hash(id, subscriber, by, at, reason, evidence, key);
    return new Erasure(id, subscriber, by, at, reason, evidence, hash, keys.sign(hash));
  }

  Hash computed() {
    return hash(id, subscriber, by, at, reason, evidence, signed.keyId());
  }

  private static Hash hash(
      String id,
      Pseudonym subscriber,
      String by,
      Instant at,
      String reason,
      List<Hash> evidence,
      String keyId) {
    return Encoding.of("erasure/1")
        .text(id)
        .text(subscriber.hex())
        .text(by)
        .time(at)
        .text(reason)
        .list(evidence, Encoding::hash)
        .text(keyId)
        .sha256();
  }
}

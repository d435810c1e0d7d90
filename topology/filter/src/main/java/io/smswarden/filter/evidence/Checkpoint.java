package io.smswarden.filter.evidence;

import java.time.Instant;
import java.util.List;

/**
 * Signs the heads of the chains of a partition that have grown since the checkpoint before. The
 * checkpoints of a partition are a chain themselves.
 *
 * @param partition partition of the messages
 * @param sequence number of the checkpoint in its partition, from 1
 * @param previous hash of the checkpoint before
 * @param signedAt the wall clock's time, in milliseconds
 * @param root of the tree over the heads
 * @param heads how many they are
 * @param hash of all this and the key's id
 * @param signed signature of the hash
 */
public record Checkpoint(
    int partition,
    long sequence,
    Hash previous,
    Instant signedAt,
    Hash root,
    int heads,
    Hash hash,
    Signed signed)
    implements Link {

  /** The checkpoint that comes behind another. */
  public static Checkpoint after(
      Head before, int partition, Instant signedAt, List<Head> heads, EvidenceKeys keys) {
    Hash root = new MerkleTree(heads).root();
    Hash hash =
        hash(
            partition,
            before.sequence() + 1,
            before.hash(),
            signedAt,
            root,
            heads.size(),
            keys.publicKeys().currentId());
    return new Checkpoint(
        partition,
        before.sequence() + 1,
        before.hash(),
        signedAt,
        root,
        heads.size(),
        hash,
        keys.sign(hash));
  }

  /** Whether its tree is that of some heads. */
  boolean covers(List<Head> some) {
    return some.size() == heads && heads > 0 && new MerkleTree(some).root().equals(root);
  }

  /** Shows that a head is in it. */
  public Attestation attest(List<Head> all, int index) {
    return new Attestation(this, all.get(index), index, new MerkleTree(all).path(index));
  }

  /** Name of a partition's chain of checkpoints. */
  public static String chain(int partition) {
    return "checkpoints of partition " + partition;
  }

  @Override
  public String chain() {
    return chain(partition);
  }

  @Override
  public Hash computed() {
    return hash(partition, sequence, previous, signedAt, root, heads, signed.keyId());
  }

  private static Hash hash(
      int partition,
      long sequence,
      Hash previous,
      Instant signedAt,
      Hash root,
      int heads,
      String keyId) {
    return Encoding.of("checkpoint/1")
        .number(partition)
        .number(sequence)
        .hash(previous)
        .time(signedAt)
        .hash(root)
        .number(heads)
        .text(keyId)
        .sha256();
  }
}

package io.smswarden.filter.evidence;

import java.util.List;

/**
 * Shows that a head was signed, without showing the other heads of the checkpoint.
 *
 * @param index of the head among the checkpoint's heads, from 0
 * @param path the neighbours on the way up the checkpoint's tree
 */
public record Attestation(Checkpoint checkpoint, Head head, int index, List<Hash> path) {

  public Attestation {
    path = List.copyOf(path);
  }

  boolean holds() {
    return MerkleTree.leads(head, index, checkpoint.heads(), path, checkpoint.root());
  }
}

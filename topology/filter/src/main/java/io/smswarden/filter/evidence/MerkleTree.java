package io.smswarden.filter.evidence;

import com.google.common.hash.Hashing;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree of RFC 9162, section 2.1: a head is shown to be in a checkpoint without the others. Odd
 * nodes move up unchanged, which gives the same tree as that section's definition.
 */
final class MerkleTree {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final List<List<Hash>> levels = new ArrayList<>();

  /** A tree over leaves in their order. */
  MerkleTree(List<Head> heads) {
    if (heads.isEmpty()) {
      throw new IllegalArgumentException("a tree has at least one leaf");
    }
    List<Hash> level = heads.stream().map(head -> hash(LEAF, head.leaf())).toList();
    levels.add(level);
    while (level.size() > 1) {
      level = parents(level);
      levels.add(level);
    }
  }

  private static List<Hash> parents(List<Hash> level) {
    List<Hash> parents = new ArrayList<>();
    for (int i = 0; i < level.size(); i += 2) {
      parents.add(i + 1 < level.size() ? node(level.get(i), level.get(i + 1)) : level.get(i));
    }
    return parents;
  }

  Hash root() {
    return levels.get(levels.size() - 1).get(0);
  }

  /** The neighbours on the way from a leaf up to the root. */
  List<Hash> path(int index) {
    List<Hash> path = new ArrayList<>();
    int at = index;
    for (List<Hash> level : levels) {
      int neighbour = at ^ 1;
      if (neighbour < level.size()) {
        path.add(level.get(neighbour));
      }
      at /= 2;
    }
    return path;
  }

  /** Whether a path leads from a leaf to a root: RFC 9162, section 2.1.3.2. */
  static boolean leads(Head head, int index, int size, List<Hash> path, Hash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    int at = index;
    int last = size - 1;
    Hash hash = hash(LEAF, head.leaf());
    for (Hash neighbour : path) {
      if (last == 0) {
        return false;
      }
      if (at % 2 == 1 || at == last) {
        hash = node(neighbour, hash);
        while (at % 2 == 0 && at != 0) {
          at /= 2;
          last /= 2;
        }
      } else {
        hash = node(hash, neighbour);
      }
      at /= 2;
      last /= 2;
    }
    return last == 0 && hash.equals(root);
  }

  private static Hash node(Hash left, Hash right) {
    return hash(NODE, left.bytes(), right.bytes());
  }

  private static Hash hash(byte kind, byte[]... parts) {
    var hasher = Hashing.sha256().newHasher().putByte(kind);
    for (byte[] part : parts) {
      hasher.putBytes(part);
    }
    return Hash.of(hasher.hash().asBytes());
  }
}

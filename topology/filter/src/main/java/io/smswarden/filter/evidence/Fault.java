package io.smswarden.filter.evidence;

/**
 * Something that shows that evidence is not what it was.
 *
 * @param kind what was done to it
 * @param where where it was found, as the caller named the place; empty for what isn't there
 * @param chain the chain; empty when it can't be told
 * @param first number in the chain; 0 when it can't be told
 * @param last number of the last one concerned; the same as {@code first} for a single one
 * @param detail what is wrong, in words
 */
public record Fault(Kind kind, String where, String chain, long first, long last, String detail) {

  /** What was done. */
  public enum Kind {
    /** It isn't what was hashed or signed. */
    CHANGED,
    /** It isn't there. */
    MISSING,
    /** It isn't in its place. */
    REORDERED,
    /** There is another with its number. */
    DUPLICATED,
    /** It doesn't belong there. */
    FOREIGN,
    /** It can't be read. */
    UNREADABLE
  }

  /** A fault of one thing at a place. */
  public static Fault at(String where, Kind kind, String detail) {
    return new Fault(kind, where, "", 0, 0, detail);
  }

  static Fault of(Kind kind, String where, Link link, String detail) {
    return new Fault(kind, where, link.chain(), link.sequence(), link.sequence(), detail);
  }
}

package io.smswarden.console.feed;

import io.smswarden.console.http.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds records, newest first, in parts of which each costs a bounded number of looks. */
public final class Search {

  /** Records that are looked at for one part; what is left is found by the part's cursor. */
  static final int LOOKS = 20_000;

  private Search() {}

  /**
   * One part of what was found.
   *
   * @param next where the next part begins; empty when there is none
   */
  public record Found<K, V>(List<Entry<K, V>> entries, Optional<String> next) {

    /** Copies. */
    public Found {
      entries = List.copyOf(entries);
    }
  }

  /** The next records of a kind. */
  public static <K, V> Found<K, V> part(
      Backwards<K, V> backwards, Predicate<Entry<K, V>> wanted, int limit) {
    List<Entry<K, V>> entries = new ArrayList<>();
    while (entries.size() < limit && backwards.examined() < LOOKS) {
      Optional<Entry<K, V>> entry = backwards.next();
      if (entry.isEmpty()) {
        return new Found<>(entries, Optional.empty());
      }
      entry.filter(wanted).ifPresent(entries::add);
    }
    return new Found<>(entries, backwards.peek().map(more -> backwards.place()));
  }

  /** The first part of all records of a log. */
  public static <K, V> Found<K, V> part(
      Log<K, V> log, Paging paging, Predicate<Entry<K, V>> wanted) {
    return part(
        Backwards.from(log, paging.cursor(), Optional.empty(), Optional.empty()),
        wanted,
        paging.limit());
  }
}

package io.smswarden.console.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The latest records of one partition: all from an offset on. Not safe for threads by itself. */
final class RecentRecords<K, V> {

  private final Deque<Entry<K, V>> entries = new ArrayDeque<>();
  private final int room;
  private long from;
  private long position;

  /**
   * None yet.
   *
   * @param start the first offset that will be read
   * @param room how many are kept
   */
  RecentRecords(long start, int room) {
    this.from = start;
    this.position = start;
    this.room = room;
  }

  /** The first offset that is covered. */
  long from() {
    return from;
  }

  /** Behind the last offset that is covered. */
  long position() {
    return position;
  }

  void add(Entry<K, V> entry) {
    entries.addLast(entry);
    position = entry.offset() + 1;
    if (entries.size() > room) {
      from = entries.removeFirst().offset() + 1;
    }
  }

  /** All before this offset was read, and nothing more was there. */
  void readTo(long offset) {
    position = Math.max(position, offset);
  }

  /** Those from an offset on that is covered. */
  Block<K, V> after(long offset, int most) {
    List<Entry<K, V>> found = new ArrayList<>();
    for (Iterator<Entry<K, V>> newest = entries.descendingIterator(); newest.hasNext(); ) {
      Entry<K, V> entry = newest.next();
      if (entry.offset() < offset) {
        break;
      }
      found.add(entry);
    }
    Collections.reverse(found);
    if (found.size() > most) {
      List<Entry<K, V>> first = found.subList(0, most);
      return new Block<>(first, offset, first.get(most - 1).offset() + 1);
    }
    return new Block<>(found, offset, Math.max(offset, position));
  }

  /** Those before an offset that is covered. */
  Block<K, V> before(long offset, int most) {
    List<Entry<K, V>> found = new ArrayList<>();
    long first = from;
    for (Iterator<Entry<K, V>> newest = entries.descendingIterator(); newest.hasNext(); ) {
      Entry<K, V> entry = newest.next();
      if (entry.offset() < offset) {
        if (found.size() == most) {
          first = found.get(most - 1).offset();
          break;
        }
        found.add(entry);
      }
    }
    Collections.reverse(found);
    return new Block<>(found, first, offset);
  }

  /** All, oldest first. */
  List<Entry<K, V>> all() {
    return List.copyOf(entries);
  }
}

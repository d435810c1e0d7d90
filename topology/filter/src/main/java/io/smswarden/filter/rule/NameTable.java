package io.smswarden.filter.rule;

import io.smswarden.filter.text.MappedText;
import java.util.List;

/** Finds names of senders or hosts, whole or in part. */
final class NameTable {

  private final KeyTable whole;
  private final KeyTable parts;
  private final int wholeNames;
  private final int shortest;
  private final int longest;

  /**
   * A table of names.
   *
   * @param whole names that must be equal, each once
   * @param parts beginnings of senders or ends of hosts, each once
   */
  NameTable(List<String> whole, List<String> parts) {
    this.whole = new KeyTable(whole);
    this.parts = new KeyTable(parts);
    this.wholeNames = whole.size();
    this.shortest = parts.stream().mapToInt(String::length).min().orElse(Integer.MAX_VALUE);
    this.longest = parts.stream().mapToInt(String::length).max().orElse(0);
  }

  /** Takes the places of the names that were found. */
  interface Sink {

    /** A name: of a whole one its place, of a part its place behind the whole ones. */
    void found(int place);
  }

  void findSender(String sender, Sink sink) {
    tell(whole.find(sender, 0, sender.length()), 0, sink);
    for (int end = shortest; end <= Math.min(longest, sender.length()); end++) {
      tell(parts.find(sender, 0, end), wholeNames, sink);
    }
  }

  /** Finds a host: it, and from each full stop on what it is below. */
  void findHost(MappedText text, int start, int end, Sink sink) {
    tell(whole.find(text, start, end), 0, sink);
    for (int from = start; from < end; from++) {
      if (from == start || text.charAt(from - 1) == '.') {
        tell(parts.find(text, from, end), wholeNames, sink);
      }
    }
  }

  private static void tell(int place, int behind, Sink sink) {
    if (place >= 0) {
      sink.found(behind + place);
    }
  }
}

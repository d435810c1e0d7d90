package io.smswarden.filter.signal;

import io.smswarden.filter.text.MappedText;
import io.smswarden.filter.text.TextViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All phrases of a table's rows, compiled for one pass over a text. Each list of a row is a slot;
 * the last slot of a row may be its list of phrases that must not be there.
 */
final class PhraseBook {

  private record Entry(boolean open, List<Integer> slots) {}

  private final PhraseTrie<Phrase[]> trie;
  private final int[] rowOfSlot;
  private final boolean[] forbids;
  private final int[] firstSlot;

  PhraseBook(List<SignalRow> rows) {
    TextViews views = new TextViews();
    Map<String, List<Entry>> entries = new TreeMap<>();
    List<Integer> owners = new ArrayList<>();
    List<Boolean> forbidding = new ArrayList<>();
    firstSlot = new int[rows.size() + 1];
    for (int row = 0; row < rows.size(); row++) {
      SignalRow signal = rows.get(row);
      for (List<String> phrases : signal.needed()) {
        addSlot(signal, row, phrases, false, views, entries, owners, forbidding);
      }
      if (!signal.none().isEmpty()) {
        addSlot(signal, row, signal.none(), true, views, entries, owners, forbidding);
      }
      firstSlot[row + 1] = owners.size();
    }
    rowOfSlot = owners.stream().mapToInt(Integer::intValue).toArray();
    forbids = new boolean[rowOfSlot.length];
    for (int slot = 0; slot < forbids.length; slot++) {
      forbids[slot] = forbidding.get(slot);
    }
    SortedMap<String, Phrase[]> compiled = new TreeMap<>();
    entries.forEach((phrase, uses) -> compiled.put(phrase, compile(phrase, uses)));
    trie = new PhraseTrie<>(compiled, false);
  }

  private static void addSlot(
      SignalRow signal,
      int row,
      List<String> phrases,
      boolean forbids,
      TextViews views,
      Map<String, List<Entry>> entries,
      List<Integer> owners,
      List<Boolean> forbidding) {
    int slot = owners.size();
    owners.add(row);
    forbidding.add(forbids);
    for (String phrase : phrases) {
      boolean open = phrase.endsWith("*");
      String normal =
          Phrase.normal(open ? phrase.substring(0, phrase.length() - 1) : phrase, views);
      if (normal.isEmpty()) {
        throw new SignalTableException(
            "signal " + signal.code() + ": nothing is left of phrase '" + phrase + "'");
      }
      List<Entry> uses = entries.computeIfAbsent(normal, p -> new ArrayList<>());
      uses.stream()
          .filter(entry -> entry.open == open)
          .findAny()
          .orElseGet(
              () -> {
                Entry entry = new Entry(open, new ArrayList<>());
                uses.add(entry);
                return entry;
              })
          .slots
          .add(slot);
    }
  }

  private static Phrase[] compile(String phrase, List<Entry> uses) {
    return uses.stream()
        .map(
            use ->
                new Phrase(
                    phrase,
                    use.open,
                    use.slots.stream().distinct().mapToInt(Integer::intValue).toArray()))
        .toArray(Phrase[]::new);
  }

  void scan(MappedText text, PhraseTrie.Found found, PhraseTrie.Hits<Phrase[]> hits) {
    trie.scan(text, found, hits);
  }

  int slots() {
    return rowOfSlot.length;
  }

  int rowOf(int slot) {
    return rowOfSlot[slot];
  }

  boolean forbids(int slot) {
    return forbids[slot];
  }

  int firstSlot(int row) {
    return firstSlot[row];
  }

  /** The end of a row's slots that are needed: the one that forbids is its last. */
  int endNeeded(int row) {
    int end = firstSlot[row + 1];
    return end > firstSlot[row] && forbids[end - 1] ? end - 1 : end;
  }
}

package io.smswarden.filter.signal;

import io.smswarden.filter.text.MappedText;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Matches one text at a time against a phrase book. Its state is cleared by counting generations,
 * so that the work depends on the hits and not on the number of rows. Not safe for many threads.
 */
final class PhraseMatcher implements PhraseTrie.Hits<Phrase[]> {

  private final PhraseBook book;
  private final PhraseTrie.Found found = new PhraseTrie.Found();
  private final int[] within;
  private final int[] endNeeded;
  private final int[] slotGeneration;
  private final int[] slotBegin;
  private final int[] slotEnd;
  private final int[] vetoGeneration;
  private final int[] matchGeneration;
  private final int[] matchBegin;
  private final int[] matchEnd;
  private final int[] matched;
  private int matches;
  private int generation;
  private MappedText text;

  PhraseMatcher(PhraseBook book, List<SignalRow> rows) {
    this.book = book;
    within = rows.stream().mapToInt(SignalRow::within).toArray();
    endNeeded = IntStream.range(0, within.length).map(book::endNeeded).toArray();
    slotGeneration = new int[book.slots()];
    slotBegin = new int[book.slots()];
    slotEnd = new int[book.slots()];
    vetoGeneration = new int[rows.size()];
    matchGeneration = new int[rows.size()];
    matchBegin = new int[rows.size()];
    matchEnd = new int[rows.size()];
    matched = new int[rows.size()];
  }

  void match(MappedText view, Observations out) {
    generation++;
    matches = 0;
    text = view;
    book.scan(view, found, this);
    for (int i = 0; i < matches; i++) {
      int row = matched[i];
      if (vetoGeneration[row] != generation) {
        out.add(row, 1, view.start(matchBegin[row]), view.end(matchEnd[row] - 1));
      }
    }
  }

  @Override
  public void hit(int begin, int end, Phrase[] phrases) {
    for (Phrase phrase : phrases) {
      if (phrase.fits(text, begin, end)) {
        for (int slot : phrase.slots()) {
          hit(slot, begin, end);
        }
      }
    }
  }

  private void hit(int slot, int begin, int end) {
    int row = book.rowOf(slot);
    if (book.forbids(slot)) {
      vetoGeneration[row] = generation;
      return;
    }
    if (matchGeneration[row] == generation) {
      return;
    }
    slotGeneration[slot] = generation;
    slotBegin[slot] = begin;
    slotEnd[slot] = end;
    int from = begin;
    int to = end;
    int needed = endNeeded[row];
    for (int other = book.firstSlot(row); other < needed; other++) {
      if (slotGeneration[other] != generation) {
        return;
      }
      from = Math.min(from, slotBegin[other]);
      to = Math.max(to, slotEnd[other]);
    }
    if (to - from <= within[row]) {
      matchGeneration[row] = generation;
      matchBegin[row] = from;
      matchEnd[row] = to;
      matched[matches++] = row;
    }
  }
}

package io.smswarden.app.command.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The messages whose scores are farthest from their labels, of any number, in little memory. */
final class Worst {

  private static final Comparator<Judged> MILDEST_FIRST =
      Comparator.comparingDouble(Judged::wrongness).thenComparing(Judged::place);

  private final int most;
  private final PriorityQueue<Judged> kept = new PriorityQueue<>(MILDEST_FIRST);
  private int count;

  /**
   * Keeps some messages.
   *
   * @param most how many
   */
  Worst(int most) {
    this.most = most;
  }

  void add(Judged judged) {
    count++;
    kept.add(judged);
    if (kept.size() > most) {
      kept.remove();
    }
  }

  /** How many were added. */
  int count() {
    return count;
  }

  /** Those kept, the worst first. */
  List<Judged> kept() {
    List<Judged> sorted = new ArrayList<>(kept);
    sorted.sort(MILDEST_FIRST.reversed());
    return sorted;
  }
}

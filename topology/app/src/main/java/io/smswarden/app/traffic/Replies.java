package io.smswarden.app.traffic;

import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;

/** Answers that will come some minutes later. */
final class Replies {

  private static final int LONGEST_WAIT_MINUTES = 12;

  /** Keeps memory constant whatever the number of messages. */
  private static final int OPEN_AT_MOST = 10_000;

  private final SplittableRandom random;
  private final Queue<Reply> open = new ArrayDeque<>();

  Replies(SplittableRandom random) {
    this.random = random;
  }

  /**
   * An answer.
   *
   * @param last whether nothing is said to it
   */
  record Reply(int from, int to, Wording wording, boolean last, LocalDateTime notBefore) {}

  /** Has somebody answer, if not too many do already. */
  void await(int from, int to, Wording wording, boolean last, LocalDateTime asked) {
    if (open.size() < OPEN_AT_MOST) {
      LocalDateTime then = asked.plusMinutes(random.nextInt(1, LONGEST_WAIT_MINUTES));
      open.add(new Reply(from, to, wording, last, then));
    }
  }

  /** The next answer, if it is time for it. */
  Optional<Reply> due(LocalDateTime at) {
    Reply next = open.peek();
    return next == null || next.notBefore().isAfter(at)
        ? Optional.empty()
        : Optional.of(open.remove());
  }
}

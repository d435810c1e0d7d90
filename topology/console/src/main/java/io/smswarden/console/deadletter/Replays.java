package io.smswarden.console.deadletter;

import io.smswarden.schemas.DeadLetter;
import java.util.List;
import java.util.Map;

/** Sends what failed through again. */
public interface Replays {

  /** Sends the records of some letters to the topics they came from: all of them or none. */
  void replay(List<DeadLetter> letters);

  /** By partition: letters before this offset were replayed one after the other. */
  Map<Integer, Long> replayedUpTo();
}

package io.smswarden.app.demo;

import io.smswarden.app.traffic.DayPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a demo is to do.
 *
 * @param plan the generated day; its date is replaced by yesterday's
 * @param report whether to compare the verdicts with what the messages really are
 * @param rate messages a second; 0 for as fast as the pipeline takes them
 * @param dataDir what to keep the data in; empty for a directory that is deleted
 * @param httpPort port for metrics and health; empty for the usual one, or a free one if that is
 *     taken
 * @param inputs labelled files to send instead of a generated day
 * @param exit whether to end with the summary
 * @param json whether a tool reads the summary
 */
record DemoOptions(
    DayPlan plan,
    boolean report,
    double rate,
    Optional<Path> dataDir,
    OptionalInt httpPort,
    List<Path> inputs,
    boolean exit,
    boolean json,
    Language language) {

  DemoOptions {
    inputs = List.copyOf(inputs);
  }
}

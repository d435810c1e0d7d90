package io.smswarden.app.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a demo is to do.
 *
 * @param messages of the generated day
 * @param rate messages a second; 0 for as fast as the pipeline takes them
 * @param dataDir what to keep the data in; empty for a directory that is deleted
 * @param httpPort port for metrics and health; empty for the usual one, or a free one if that is
 *     taken
 * @param inputs labelled files to send instead of a generated day
 * @param exit whether to end with the summary
 * @param json whether a tool reads the summary
 */
record DemoOptions(
    long messages,
    long seed,
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

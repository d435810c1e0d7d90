package io.smswarden.console.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.utils.Utils;

/** In which partition of a topic the records of a key are. */
public final class KeyPartition {

  private KeyPartition() {}

  /**
   * The partition that the clients' default partitioner chooses, as the pipeline has it.
   *
   * @param key as it is written to the topic
   */
  public static int of(String key, Log<?, ?> log) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % log.end().offsets().size();
  }
}

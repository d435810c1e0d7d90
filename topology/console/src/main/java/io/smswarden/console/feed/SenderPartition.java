package io.smswarden.console.feed;

import io.smswarden.filter.SenderId;
import io.smswarden.streams.TopicKey;
import org.apache.kafka.common.utils.Utils;

/** In which partition of a topic a sender's records are. */
public final class SenderPartition {

  private SenderPartition() {}

  /** The partition that the clients' default partitioner chooses, as the pipeline has it. */
  public static int of(SenderId sender, TopicLog<SenderId, ?> log) {
    byte[] key = TopicKey.SENDER.serde().serializer().serialize("", sender);
    return Utils.toPositive(Utils.murmur2(key)) % log.partitions();
  }
}

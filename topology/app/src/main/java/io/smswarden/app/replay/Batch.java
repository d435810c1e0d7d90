package io.smswarden.app.replay;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Messages that are committed together with the checkpoint that counts them. */
final class Batch {

  /** A message waits so long at worst until readers of committed records see it. */
  private static final long LONGEST_NANOS = 100_000_000;

  private static final int LARGEST = 1000;

  private final Producer<byte[], byte[]> producer;
  private final Checkpoints checkpoints;
  private long openedNanos;
  private int messages;
  private boolean open;

  Batch(Producer<byte[], byte[]> producer, Checkpoints checkpoints) {
    this.producer = producer;
    this.checkpoints = checkpoints;
  }

  void add(ProducerRecord<byte[], byte[]> message) {
    open();
    // A failure comes back from the commit.
    var unused = producer.send(message);
    messages++;
  }

  boolean due() {
    return open && (messages >= LARGEST || System.nanoTime() - openedNanos >= LONGEST_NANOS);
  }

  void commit(Checkpoint checkpoint) {
    open();
    checkpoints.add(checkpoint, producer);
    producer.commitTransaction();
    open = false;
    messages = 0;
  }

  private void open() {
    if (!open) {
      producer.beginTransaction();
      openedNanos = System.nanoTime();
      open = true;
    }
  }
}

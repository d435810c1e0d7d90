package io.smswarden.console.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedReaderTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final Duration BEAT = Duration.ofMillis(50);

  private final FilledLog<String, Integer> filled = new FilledLog<>(2, 20);
  private final List<Listener> listeners = new ArrayList<>();
  private int added;

  private void add(int count) {
    for (int n = 0; n < count; n++) {
      filled.add(added % 2, "key", added, NOON.plusSeconds(added));
      added++;
    }
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Listener listener : listeners) {
      listener.leave();
    }
  }

  /** A reader on a thread of its own. */
  private final class Listener implements FeedReader.Sink {
    private final List<Integer> values = Collections.synchronizedList(new ArrayList<>());
    private final List<String> others = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean gone = new AtomicBoolean();
    private final CountDownLatch slow;
    private volatile String last;
    private final AtomicInteger beats = new AtomicInteger();
    private final Thread thread;

    private Listener(Positions at, CountDownLatch slow) {
      this.slow = slow;
      FeedReader<Integer> reader =
          new FeedReader<>(
              filled.log(), at, this, "it", n -> n % 3 != 0, e -> e.value().toString(), BEAT);
      thread = new Thread(() -> reader.run(gone::get));
      thread.start();
      listeners.add(this);
    }

    private Listener(Positions at) {
      this(at, new CountDownLatch(0));
    }

    @Override
    public void event(String name, String json, String id) {
      try {
        slow.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (name.equals("it")) {
        values.add(Integer.valueOf(json));
      } else {
        others.add(name + json);
      }
      last = id;
    }

    @Override
    public void heartbeat() {
      beats.incrementAndGet();
    }

    private void leave() throws InterruptedException {
      gone.set(true);
      slow.countDown();
      thread.join();
    }
  }

  private List<Integer> wanted(int from, int to) {
    return IntStream.range(from, to).filter(n -> n % 3 != 0).boxed().toList();
  }

  private void awaitAll(List<Integer> values, int from, int to) {
    await()
        .untilAsserted(
            () -> assertThat(values).containsExactlyInAnyOrderElementsOf(wanted(from, to)));
  }

  @Test
  void aReaderGetsWhatComesAfterItBeganAndIsTold() {
    add(10);
    Listener listener = new Listener(filled.log().end());
    add(10);
    awaitAll(listener.values, 10, 20);
    await().until(() -> listener.beats.get() > 3);
  }

  @Test
  void whoComesAgainMissesNothingAndGetsNothingTwice() throws InterruptedException {
    Listener first = new Listener(filled.log().end());
    add(7);
    awaitAll(first.values, 0, 7);
    first.leave();
    // More than memory keeps: the older ones come from the topic.
    add(500);
    Listener second = new Listener(Positions.decode(first.last));
    add(20);
    List<Integer> both = Collections.synchronizedList(new ArrayList<>());
    await().until(() -> first.values.size() + second.values.size() >= wanted(0, 527).size());
    both.addAll(first.values);
    both.addAll(second.values);
    assertThat(both).containsExactlyInAnyOrderElementsOf(wanted(0, 527));
    assertThat(second.others).isEmpty();
  }

  @Test
  void aSlowReaderHoldsNobodyUpAndGetsAllInTheEnd() {
    CountDownLatch latch = new CountDownLatch(1);
    Listener slow = new Listener(filled.log().end(), latch);
    Listener quick = new Listener(filled.log().end());
    add(1000);
    awaitAll(quick.values, 0, 1000);
    assertThat(slow.values).isEmpty();
    latch.countDown();
    awaitAll(slow.values, 0, 1000);
  }

  @Test
  void whatTheClusterDeletedMeanwhileIsToldAsMissed() {
    Positions beginning = filled.log().end();
    add(200);
    filled.delete(0, 100);
    filled.delete(1, 100);
    Listener late = new Listener(beginning);
    await().untilAsserted(() -> assertThat(late.others).containsExactly("behind{\"missed\":200}"));
    awaitAll(late.values, 100, 200);
  }

  @Test
  void recordsOfAPartitionComeInItsOrder() {
    Listener listener = new Listener(filled.log().end());
    add(300);
    awaitAll(listener.values, 0, 300);
    for (int partition = 0; partition < 2; partition++) {
      int of = partition;
      assertThat(listener.values.stream().filter(n -> n % 2 == of)).isSorted();
    }
    assertThat(new HashSet<>(listener.values)).hasSameSizeAs(listener.values);
  }
}

package io.smswarden.app.bench;

import io.smswarden.app.exit.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Looks senders up by HTTP, over connections that stay open, a thread each. Blocking: with the
 * JDK's asynchronous client, on the two cores that it shares with the server, a quarter as many
 * lookups a second were measured.
 */
final class Lookups {

  private static final int CONNECTIONS = 16;
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  private final LookupTarget target;
  private final int senders;
  private final AtomicLong failed = new AtomicLong();
  private final AtomicReference<String> reason = new AtomicReference<>("");

  Lookups(LookupTarget target, int senders) {
    // The JDK keeps five idle connections to a host unless it is told otherwise.
    System.setProperty("http.maxConnections", String.valueOf(CONNECTIONS));
    this.target = target;
    this.senders = senders;
  }

  /** Lookups a second with so many under way that the server is never idle. */
  double asFastAsPossible(int seconds) {
    AtomicLong done = new AtomicLong();
    long begin = System.nanoTime();
    long end = begin + TimeUnit.SECONDS.toNanos(seconds);
    together(
        () -> {
          while (System.nanoTime() < end) {
            one();
            done.incrementAndGet();
          }
        });
    return done.get() * 1e9 / (System.nanoTime() - begin);
  }

  /**
   * Microseconds from a lookup's intended sending to its answer, at a rate that does not wait for
   * answers: a stall counts for each lookup that should have been sent meanwhile.
   */
  Histogram atRate(int rate, int seconds) {
    ConcurrentHistogram micros = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);
    long interval = TimeUnit.SECONDS.toNanos(1) / rate;
    long begin = System.nanoTime();
    long recorded = begin + WARM_UP.toNanos();
    long end = recorded + TimeUnit.SECONDS.toNanos(seconds);
    AtomicLong next = new AtomicLong(begin);
    together(
        () -> {
          for (long intended = next.getAndAdd(interval);
              intended < end;
              intended = next.getAndAdd(interval)) {
            await(intended);
            one();
            if (intended >= recorded) {
              micros.recordValue((System.nanoTime() - intended) / 1000);
            }
          }
        });
    return micros;
  }

  private static void await(long intended) {
    for (long left = intended - System.nanoTime(); left > 0; left = intended - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void together(Runnable work) {
    List<Thread> threads = new ArrayList<>();
    for (int connection = 0; connection < CONNECTIONS; connection++) {
      Thread thread = new Thread(work, "lookups-" + connection);
      threads.add(thread);
      thread.start();
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    check();
  }

  private void one() {
    String sender = KnownSenders.sender(ThreadLocalRandom.current().nextInt(senders));
    try (InputStream in = target.open("/senders/" + LookupTarget.inPath(sender)).getInputStream()) {
      if (!new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(sender)) {
        failed("an answer of another sender");
      }
    } catch (IOException e) {
      // Whatever is not found or refused comes as an exception as well.
      failed(e.toString());
    }
  }

  private void failed(String why) {
    failed.incrementAndGet();
    reason.set(why);
  }

  private void check() {
    if (failed.get() > 0) {
      throw UserError.clusterFailed(
          "%d lookups failed, the last: %s".formatted(failed.get(), reason.get()), null);
    }
  }
}

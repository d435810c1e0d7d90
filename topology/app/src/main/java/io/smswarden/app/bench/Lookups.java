package io.smswarden.app.bench;

import io.smswarden.app.exit.UserError;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Looks senders up by HTTP, over connections that stay open. */
final class Lookups {

  private static final int MOST_AT_ONCE = 16;
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  private final LookupTarget target;
  private final int senders;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Random random = new Random(1);
  private final AtomicLong failed = new AtomicLong();
  private final AtomicReference<String> reason = new AtomicReference<>("");

  Lookups(LookupTarget target, int senders) {
    this.target = target;
    this.senders = senders;
  }

  /** Lookups a second with so many under way that the server is never idle. */
  double asFastAsPossible(int seconds) {
    Semaphore places = new Semaphore(MOST_AT_ONCE);
    AtomicLong done = new AtomicLong();
    long begin = System.nanoTime();
    long end = begin + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      places.acquireUninterruptibly();
      one(
          () -> {
            done.incrementAndGet();
            places.release();
          });
    }
    places.acquireUninterruptibly(MOST_AT_ONCE);
    check();
    return done.get() * 1e9 / (System.nanoTime() - begin);
  }

  /**
   * Microseconds from a lookup's intended sending to its answer, at a rate that does not wait for
   * answers: a stall counts for each lookup that should have been sent meanwhile.
   */
  Histogram atRate(int rate, int seconds) {
    ConcurrentHistogram micros = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);
    Semaphore open = new Semaphore(0);
    long interval = TimeUnit.SECONDS.toNanos(1) / rate;
    long begin = System.nanoTime();
    long recorded = begin + WARM_UP.toNanos();
    int sent = 0;
    for (long intended = begin;
        intended < recorded + TimeUnit.SECONDS.toNanos(seconds);
        intended += interval) {
      for (long left = intended - System.nanoTime();
          left > 0;
          left = intended - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      long planned = intended;
      sent++;
      one(
          () -> {
            if (planned >= recorded) {
              micros.recordValue((System.nanoTime() - planned) / 1000);
            }
            open.release();
          });
    }
    open.acquireUninterruptibly(sent);
    check();
    return micros;
  }

  /** Sends a lookup; its end, whatever comes of it, is told. */
  private void one(Runnable ended) {
    var unused =
        client
            .sendAsync(
                target.request("/senders/" + LookupTarget.sender(random.nextInt(senders))),
                BodyHandlers.ofByteArray())
            .whenComplete(
                (answer, error) -> {
                  if (error != null || answer.statusCode() != 200) {
                    failed.incrementAndGet();
                    reason.set(error == null ? "HTTP " + answer.statusCode() : error.toString());
                  }
                  ended.run();
                });
  }

  private void check() {
    if (failed.get() > 0) {
      throw UserError.clusterFailed(
          "%d lookups failed, the last: %s".formatted(failed.get(), reason.get()), null);
    }
  }
}

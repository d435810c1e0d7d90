package io.smswarden.app.delivery;

import dev.failsafe.spi.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Time that goes on from one scheduled task to the next. */
final class VirtualTime implements Scheduler, InstantSource {

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::number));
  private Instant now;
  private long scheduled;

  VirtualTime(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ScheduledFuture<?> schedule(Callable<?> callable, long delay, TimeUnit unit) {
    Task task = new Task(callable, now.plusNanos(unit.toNanos(delay)), scheduled++);
    tasks.add(task);
    return task;
  }

  /** Runs all that is scheduled, and what that schedules; how long it took. */
  Duration run() {
    Instant start = now;
    while (!tasks.isEmpty()) {
      runNext();
    }
    return Duration.between(start, now);
  }

  /** Runs the next that is scheduled. */
  void runNext() {
    Task task = tasks.remove();
    now = task.at().isAfter(now) ? task.at() : now;
    task.run();
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  private static final class Task extends FutureTask<Object> implements ScheduledFuture<Object> {
    private final Instant at;
    private final long number;

    Task(Callable<?> callable, Instant at, long number) {
      super(callable::call);
      this.at = at;
      this.number = number;
    }

    Instant at() {
      return at;
    }

    long number() {
      return number;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Delayed other) {
      throw new UnsupportedOperationException();
    }
  }
}

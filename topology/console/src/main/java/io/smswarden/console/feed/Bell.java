package io.smswarden.console.feed;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Wakes those who wait for something to change. */
final class Bell {

  private final Lock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();

  /** Something has changed. */
  void ring() {
    lock.lock();
    try {
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until a condition holds, or some time has passed. */
  void await(BooleanSupplier condition, Duration most) throws InterruptedException {
    lock.lock();
    try {
      long left = most.toNanos();
      while (!condition.getAsBoolean() && left > 0) {
        left = rung.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}

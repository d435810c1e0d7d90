package io.smswarden.app.demo;

import java.io.PrintWriter;

/** A plain line every few seconds, for logs and pipes. */
final class ProgressLines implements Progress {

  private static final long INTERVAL_NANOS = 2_000_000_000L;

  private final PrintWriter out;
  private final Language language;
  private long shownNanos = System.nanoTime();
  private long shown = -1;

  ProgressLines(PrintWriter out, Language language) {
    this.out = out;
    this.language = language;
  }

  @Override
  public synchronized void at(long done, long total) {
    long now = System.nanoTime();
    boolean last = done >= total;
    if (done != shown && (last || now - shownNanos >= INTERVAL_NANOS)) {
      shownNanos = now;
      shown = done;
      out.println(
          language.text(
              "progress.line",
              SummaryText.number(done),
              SummaryText.number(total),
              SummaryText.percent(done, total, 0)));
      out.flush();
    }
  }

  @Override
  public void close() {}
}

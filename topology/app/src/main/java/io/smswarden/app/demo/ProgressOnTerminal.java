package io.smswarden.app.demo;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that moves. */
final class ProgressOnTerminal implements Progress {

  private static final int REDRAW_MILLIS = 100;

  private final ProgressBar bar;

  ProgressOnTerminal(PrintStream out, int columns, long total, Language language) {
    // ETA and speed are guesses by the average; the bar itself is the truth.
    bar =
        new ProgressBarBuilder()
            .setTaskName(language.text("progress.task"))
            .setInitialMax(total)
            .setUpdateIntervalMillis(REDRAW_MILLIS)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUnit("", 1)
            .hideEta()
            .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
            .setConsumer(new ConsoleProgressBarConsumer(out, columns))
            .build();
  }

  @Override
  public void at(long done, long total) {
    bar.maxHint(total);
    bar.stepTo(done);
  }

  @Override
  public void close() {
    bar.close();
  }
}

package io.smswarden.filter;

import io.smswarden.filter.model.TextModel;
import io.smswarden.filter.signal.SignalTable;
import io.smswarden.filter.signal.Signals;
import io.smswarden.filter.verdict.Verdict;
import io.smswarden.filter.verdict.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Judges messages. Immutable and safe for use by many threads; no clock, no randomness, no I/O
 * after creation.
 */
public final class Filter implements Judge {

  private static final String MODEL = "/io/smswarden/filter/model.bin";

  private final Signals signals;
  private final Versions versions;
  private final ThreadLocal<MessageScorer> scorers;

  private Filter(TextModel model, Signals signals) {
    this.signals = signals;
    this.versions = new Versions(model.version(), signals.table().version());
    this.scorers = ThreadLocal.withInitial(() -> new MessageScorer(model, signals, versions));
  }

  /** The filter with the shipped model and signal table. Reads them anew: create it once. */
  public static Filter standard() {
    try (InputStream in = Filter.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + MODEL);
      }
      return of(TextModel.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException("the shipped text model can't be read", e);
    }
  }

  /** The filter with another text model and the shipped signal table. */
  public static Filter of(TextModel model) {
    return new Filter(model, Signals.standard());
  }

  /**
   * The verdict of a message; the same message gives the same verdict. Any text is judged: lone
   * surrogates and very long texts as well.
   */
  @Override
  public Verdict judge(Message message) {
    return scorers.get().judge(message);
  }

  @Override
  public Versions versions() {
    return versions;
  }

  /** The signals with their weights, the caps and the thresholds that verdicts are made with. */
  public SignalTable table() {
    return signals.table();
  }
}

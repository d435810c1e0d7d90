package io.smswarden.filter.evaluation;

import io.smswarden.filter.Judge;
import io.smswarden.filter.Message;
import io.smswarden.filter.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Judges labelled messages one after the other and sums up: all together, by source, by category,
 * and with the spam rewritten to slip past filters. Not safe for use by many threads.
 */
public final class Evaluation {

  /** Seed of the rewritings, not the one that models are trained with. */
  private static final long EVASION_SEED = 99;

  /** From so sure a score against the label on, the label may be wrong. */
  private static final double SURE = 0.95;

  private final Judge judge;
  private final List<Scored> all = new ArrayList<>();
  private final List<Scored> rewritten = new ArrayList<>();
  private final Map<String, List<Scored>> bySource = new TreeMap<>();
  private final Confusion confusion = new Confusion();
  private final List<String> suspects = new ArrayList<>();

  /** An evaluation of what gives the verdicts. */
  public Evaluation(Judge judge) {
    this.judge = judge;
  }

  /**
   * Judges a message of an unknown sender.
   *
   * @param place where it stands, to name it without its text
   * @return the verdict
   */
  public Verdict add(LabelledMessage message, String place) {
    Verdict verdict = judge.judge(Message.of(message.text()));
    Scored scored = scored(message, verdict);
    all.add(scored);
    bySource.computeIfAbsent(message.source(), source -> new ArrayList<>()).add(scored);
    message.category().ifPresent(actual -> confusion.add(actual, verdict.category()));
    if (contradicts(message, verdict)) {
      suspects.add(place);
    }
    return verdict;
  }

  /** Whether a verdict is so surely against the label that the label may be wrong. */
  public static boolean contradicts(LabelledMessage message, Verdict verdict) {
    return (message.unwanted() ? 1 - verdict.score() : verdict.score()) >= SURE;
  }

  /** Judges a message as {@link Evasion} writes it if it is spam, and as it is if not. */
  public void addRewritten(LabelledMessage message) {
    String text =
        message.unwanted() ? Evasion.rewrite(message.text(), EVASION_SEED) : message.text();
    rewritten.add(scored(message, judge.judge(Message.of(text))));
  }

  private static Scored scored(LabelledMessage message, Verdict verdict) {
    return new Scored(message.unwanted(), verdict.score(), verdict.flagged());
  }

  /** The scores of all messages, in the order in which they came. */
  public List<Scored> scored() {
    return Collections.unmodifiableList(all);
  }

  /** The scores with the spam rewritten. */
  public List<Scored> scoredRewritten() {
    return Collections.unmodifiableList(rewritten);
  }

  /** The scores by source, in the order of their names. */
  public Map<String, List<Scored>> scoredBySource() {
    return Collections.unmodifiableMap(bySource);
  }

  /** The figures of all messages. */
  public Metrics all() {
    return Metrics.of(all);
  }

  /** The figures of all messages with the spam rewritten. */
  public Metrics rewritten() {
    return Metrics.of(rewritten);
  }

  /** The figures by source, in the order of their names. */
  public Map<String, Metrics> bySource() {
    Map<String, Metrics> figures = new TreeMap<>();
    bySource.forEach((source, scored) -> figures.put(source, Metrics.of(scored)));
    return figures;
  }

  /** What was taken for what. */
  public Confusion confusion() {
    return confusion;
  }

  /** Places of messages that are surely of the other label, says the judge. */
  public List<String> suspects() {
    return Collections.unmodifiableList(suspects);
  }
}

package io.smswarden.filter;

import io.smswarden.filter.look.SecondLook;
import io.smswarden.filter.model.TextModel;
import io.smswarden.filter.rule.RuleSet;
import io.smswarden.filter.signal.SignalTable;
import io.smswarden.filter.signal.Signals;
import io.smswarden.filter.verdict.Finding;
import io.smswarden.filter.verdict.Verdict;
import io.smswarden.filter.verdict.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Judges messages. Immutable and safe for use by many threads; no clock, no randomness, no I/O
 * after creation.
 */
public final class Filter implements Judge {

  private static final String MODEL = "/io/smswarden/filter/model.bin";

  private final TextModel model;
  private final Optional<SecondLook> look;
  private final Signals signals;
  private final RuleSet rules;
  private final Versions versions;
  private final ThreadLocal<MessageScorer> scorers;

  private Filter(TextModel model, Optional<SecondLook> look, Signals signals, RuleSet rules) {
    this.model = model;
    this.look = look.map(one -> one.requireFor(model));
    this.signals = signals;
    this.rules = rules;
    String models = model.version() + look.map(one -> "+" + one.version()).orElse("");
    this.versions = new Versions(models, signals.table().version(), rules.version());
    this.scorers =
        ThreadLocal.withInitial(() -> new MessageScorer(model, look, signals, rules, versions));
  }

  /**
   * The filter with the shipped model, second look and signal table. Reads them anew: create it
   * once.
   */
  public static Filter standard() {
    try (InputStream in = Filter.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + MODEL);
      }
      return new Filter(
          TextModel.read(in), Optional.of(SecondLook.standard()), Signals.standard(), RuleSet.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException("the shipped text model can't be read", e);
    }
  }

  /** The same filter without its second look: the first stage decides alone. */
  public Filter withoutSecondLook() {
    return new Filter(model, Optional.empty(), signals, rules);
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

  @Override
  public RuleSet rules() {
    return rules;
  }

  /**
   * The same filter with other rules; the model and the signals are shared.
   *
   * @throws IllegalArgumentException when the rules were compiled for other signals
   */
  public Filter with(RuleSet other) {
    if (!other.signals().isEmpty() && !other.signals().equals(table().version())) {
      throw new IllegalArgumentException(
          "rule set %s was compiled for signals %s, not %s; read it with this filter's table"
              .formatted(other.version(), other.signals(), table().version()));
    }
    return new Filter(model, look, signals, other);
  }

  @Override
  public Filter withRules(String yaml) {
    return with(RuleSet.read(yaml, table()));
  }

  /**
   * The log-odds that findings add to the model's, as this filter's table and rules weigh them. A
   * verdict's score is the logistic function of the model's log-odds and this.
   *
   * @throws IllegalArgumentException when a finding is neither of a signal nor of a rule
   */
  public double logOdds(List<Finding> findings) {
    List<Finding> ofSignals = findings.stream().filter(f -> !rules.made(f)).toList();
    return table().logOdds(ofSignals) + rules.logOdds(findings);
  }

  /** The signals with their weights, the caps and the thresholds that verdicts are made with. */
  public SignalTable table() {
    return signals.table();
  }
}

package io.smswarden.filter;

import io.smswarden.filter.model.Grams;
import io.smswarden.filter.model.TextModel;
import io.smswarden.filter.signal.Observations;
import io.smswarden.filter.signal.Signals;
import io.smswarden.filter.text.TextViews;
import io.smswarden.filter.verdict.Action;
import io.smswarden.filter.verdict.Category;
import io.smswarden.filter.verdict.Verdict;
import io.smswarden.filter.verdict.Versions;

/** The steps of one message, with one thread's buffers. */
final class MessageScorer {

  private final TextViews views = new TextViews();
  private final Grams grams = new Grams();
  private final TextModel model;
  private final Signals signals;
  private final Signals.Observer observer;
  private final Scoring scoring;
  private final Versions versions;

  MessageScorer(TextModel model, Signals signals, Versions versions) {
    this.model = model;
    this.signals = signals;
    this.observer = signals.observer();
    this.scoring = new Scoring(signals.table());
    this.versions = versions;
  }

  Verdict judge(Message message) {
    views.read(message.text().value());
    grams.take(views);
    double modelLogit = model.logit(grams);
    Observations seen = observer.observe(message, views);
    double score = Scoring.probability(modelLogit + scoring.logOdds(seen));
    if (seen.count() == 0 && score < signals.table().lowestWarn()) {
      // Nothing observed and nothing suspected: no need to ask of what kind it is.
      return verdict(score, Category.NORMAL, Action.ALLOW, modelLogit, seen);
    }
    model.categories(grams, scoring.votes());
    scoring.vote(seen);
    Category unwanted = scoring.unwanted();
    Action action = signals.table().threshold(unwanted).action(score);
    if (action == Action.ALLOW) {
      return verdict(score, scoring.wanted(), Action.ALLOW, modelLogit, seen);
    }
    if (modelLogit > 0) {
      long span = model.tellingSpan(views);
      double strength = Scoring.probability(modelLogit);
      seen.add(signals.modelTextRow(), strength, (int) (span >>> 32), (int) span);
    }
    return verdict(score, unwanted, action, modelLogit, seen);
  }

  private Verdict verdict(
      double score, Category category, Action action, double modelLogit, Observations seen) {
    return new Verdict(score, category, action, modelLogit, scoring.findings(seen), versions);
  }
}

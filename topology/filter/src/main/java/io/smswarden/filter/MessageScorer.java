package io.smswarden.filter;

import io.smswarden.filter.campaign.CampaignStanding;
import io.smswarden.filter.look.Figures;
import io.smswarden.filter.look.SecondLook;
import io.smswarden.filter.model.CategoryScores;
import io.smswarden.filter.model.Grams;
import io.smswarden.filter.model.TextModel;
import io.smswarden.filter.reputation.OperatorOverride;
import io.smswarden.filter.rule.RuleHits;
import io.smswarden.filter.rule.RuleMatcher;
import io.smswarden.filter.rule.RuleSet;
import io.smswarden.filter.signal.CampaignKnown;
import io.smswarden.filter.signal.Observations;
import io.smswarden.filter.signal.Signals;
import io.smswarden.filter.text.TextViews;
import io.smswarden.filter.verdict.Action;
import io.smswarden.filter.verdict.Category;
import io.smswarden.filter.verdict.Finding;
import io.smswarden.filter.verdict.Verdict;
import io.smswarden.filter.verdict.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of one message, with one thread's buffers. */
final class MessageScorer {

  private final TextViews views = new TextViews();
  private final Grams grams = new Grams();
  private final TextModel model;
  private final Signals signals;
  private final Signals.Observer observer;
  private final RuleMatcher rules;
  private final Thresholds thresholds;
  private final Scoring scoring;
  private final Optional<SecondLook> look;
  private final Figures figures;
  private final Versions versions;
  private double textScore;
  private Optional<CampaignStanding> campaign = Optional.empty();

  MessageScorer(
      TextModel model,
      Optional<SecondLook> look,
      Signals signals,
      RuleSet rules,
      Versions versions) {
    this.model = model;
    this.look = look;
    this.figures = new Figures(signals);
    this.signals = signals;
    this.observer = signals.observer();
    this.rules = rules.matcher();
    this.thresholds = new Thresholds(signals.table(), rules.thresholds());
    this.scoring = new Scoring(signals.table());
    this.versions = versions;
  }

  Verdict judge(Message message) {
    views.read(message.text().value());
    grams.take(views);
    double modelLogit = model.logit(grams);
    Observations seen = observer.observe(message, views);
    RuleHits hits = rules.match(message, views, seen);
    boolean looked = look.isPresent() && lookAgain(look.get(), modelLogit, seen);
    double score = Scoring.probability(modelLogit + scoring.logOdds(seen) + hits.logOdds());
    textScore = Scoring.probability(modelLogit + scoring.textLogOdds() + hits.logOdds());
    campaign = message.campaign();
    if (!looked) {
      model.categories(grams, scoring.votes());
    }
    scoring.vote(seen);
    hits.vote(scoring.votes());
    Category unwanted = hits.category().orElseGet(scoring::unwanted);
    Action action = action(message, hits, unwanted, score);
    if (action == Action.ALLOW) {
      Category wanted = hits.category().orElseGet(scoring::wanted);
      return verdict(score, wanted, Action.ALLOW, modelLogit, seen, hits);
    }
    if (modelLogit > 0) {
      long span = model.tellingSpan(views);
      double strength = Scoring.probability(modelLogit);
      seen.add(signals.modelTextRow(), strength, (int) (span >>> 32), (int) span);
    }
    return verdict(score, unwanted, action, modelLogit, seen, hits);
  }

  /** Whether the second look was wanted, so that the model's scores of the categories are known. */
  private boolean lookAgain(SecondLook second, double modelLogit, Observations seen) {
    if (!second.wants(figures.take(modelLogit, seen))) {
      return false;
    }
    CategoryScores scores = scoring.votes();
    model.categories(grams, scores);
    figures.complete(scores, views);
    double correction = second.correction(figures, views.chinese());
    seen.add(
        signals.secondLookRow(correction > 0), Math.abs(correction) / SecondLook.LARGEST, 0, 0);
    return true;
  }

  /** A decision about this very sender goes before rules, and rules before the score. */
  private Action action(Message message, RuleHits hits, Category unwanted, double score) {
    if (message.standing().overridden(OperatorOverride.Standing.BLOCKED, message.time())) {
      return Action.BLOCK;
    }
    return hits.action().orElseGet(() -> thresholds.of(unwanted).action(score));
  }

  private Verdict verdict(
      double score,
      Category category,
      Action action,
      double modelLogit,
      Observations seen,
      RuleHits hits) {
    List<Finding> findings = scoring.findings(seen);
    if (campaign.isPresent()) {
      findings = CampaignKnown.named(findings, campaign.get());
    }
    if (!hits.isEmpty()) {
      findings = together(findings, hits, category);
    }
    return new Verdict(score, category, action, modelLogit, findings, versions, textScore);
  }

  private static List<Finding> together(List<Finding> seen, RuleHits hits, Category category) {
    List<Finding> others = new ArrayList<>(seen);
    others.addAll(hits.others());
    others.sort(Scoring.STRONGEST_FIRST);
    List<Finding> all = new ArrayList<>(hits.deciding(category));
    all.addAll(others);
    return all;
  }
}

package io.smswarden.filter.evaluation;

import io.smswarden.filter.Message;
import io.smswarden.filter.model.Example;
import io.smswarden.filter.model.TextModelTrainer.Unseen;
import io.smswarden.filter.signal.Observations;
import io.smswarden.filter.signal.SignalRow;
import io.smswarden.filter.signal.Signals;
import io.smswarden.filter.text.TextViews;
import io.smswarden.filter.verdict.Category;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fits the signals' weights beside a text model: logistic regression with the model's log-odds of
 * texts it did not learn as a fixed part, a ridge that keeps rare signals small, and each weight
 * held to the side that its signal speaks for. One coordinate after the other by Newton steps.
 */
public final class SignalWeights {

  private static final int ROUNDS = 40;
  private static final double RIDGE = 1;

  private record Text(boolean unwanted, Map<Integer, Double> strengths) {}

  private final List<SignalRow> rows;
  private final List<Text> texts = new ArrayList<>();
  private final double[] logOdds;
  private final double[] weights;

  private SignalWeights(List<Unseen> unseen) {
    Signals signals = Signals.standard();
    rows = signals.table().rows();
    weights = new double[rows.size()];
    logOdds = new double[unseen.size()];
    Signals.Observer observer = signals.observer();
    TextViews views = new TextViews();
    unseen.forEach(
        one -> {
          Example example = one.example();
          logOdds[texts.size()] = one.logit();
          views.read(example.text());
          Observations seen = observer.observe(Message.of(example.text()), views);
          Map<Integer, Double> strengths = new HashMap<>();
          for (int i = 0; i < seen.count(); i++) {
            strengths.merge(seen.row(i), seen.strength(i), Double::sum);
          }
          texts.add(new Text(example.unwanted(), strengths));
        });
  }

  /**
   * Fits weights.
   *
   * @param unseen texts with the log-odds of a model that did not learn them
   * @return the weight by code, of the signals that were observed at all
   */
  public static Map<String, Double> fit(List<Unseen> unseen) {
    SignalWeights fit = new SignalWeights(unseen);
    boolean[] observed = new boolean[fit.weights.length];
    for (int round = 0; round < ROUNDS; round++) {
      for (int row = 0; row < observed.length; row++) {
        observed[row] |= fit.improve(row);
      }
    }
    Map<String, Double> byCode = new TreeMap<>();
    for (int row = 0; row < observed.length; row++) {
      if (observed[row]) {
        byCode.put(fit.rows.get(row).code(), fit.weights[row]);
      }
    }
    return byCode;
  }

  /** One Newton step of one weight; whether its signal was observed in any text. */
  private boolean improve(int row) {
    double gradient = RIDGE * weights[row];
    double curvature = RIDGE;
    boolean observed = false;
    for (int i = 0; i < logOdds.length; i++) {
      double strength = texts.get(i).strengths.getOrDefault(row, 0.0);
      if (strength > 0) {
        observed = true;
        double p = 1 / (1 + Math.exp(-logOdds[i]));
        gradient += (p - (texts.get(i).unwanted ? 1 : 0)) * strength;
        curvature += p * (1 - p) * strength * strength;
      }
    }
    double next = allowed(row, weights[row] - gradient / curvature);
    for (int i = 0; i < logOdds.length; i++) {
      logOdds[i] += (next - weights[row]) * texts.get(i).strengths.getOrDefault(row, 0.0);
    }
    weights[row] = next;
    return observed;
  }

  private double allowed(int row, double weight) {
    Category category = rows.get(row).category();
    boolean benign = category == Category.NORMAL || category == Category.COLLECTION_LAWFUL;
    return benign ? Math.min(0, weight) : Math.max(0, weight);
  }
}

package io.smswarden.filter.look;

import io.smswarden.filter.Message;
import io.smswarden.filter.model.TextModel;
import io.smswarden.filter.model.TextModelTrainer.Unseen;
import io.smswarden.filter.signal.Signals;
import io.smswarden.filter.text.TextViews;
import java.util.ArrayList;
import java.util.List;

/** Trains a {@link SecondLook} on what models say of texts that they did not learn. */
public final class SecondLookTrainer {

  private static final int NETWORKS = 4;
  private static final int UNITS = 48;

  /**
   * The first stage learns own messages at a fraction of their weight, so that it stays right on
   * the public sets; what it gets wrong for that the second look may learn a little more of: of
   * each weight it takes this power. Chinese by a higher one: the public Chinese sets are larger,
   * and F1 on them falls with a lower.
   */
  private static final double CHINESE_EXPONENT = 0.6;

  private static final double OTHER_EXPONENT = 0.25;

  private SecondLookTrainer() {}

  /**
   * Trains the networks: the same texts, model and seed give the same.
   *
   * @param unseen texts with the figures of models that did not learn them
   * @param model the model beside which they will be used
   */
  public static SecondLook train(List<Unseen> unseen, TextModel model, long seed) {
    Figures figures = new Figures(Signals.standard());
    Signals.Observer observer = Signals.standard().observer();
    TextViews views = new TextViews();
    List<Case> chinese = new ArrayList<>();
    List<Case> other = new ArrayList<>();
    for (Unseen one : unseen) {
      String text = one.example().text();
      views.read(text);
      figures.take(one.logit(), observer.observe(Message.of(text), views));
      figures.complete(one.scores(), views);
      double exponent = views.chinese() ? CHINESE_EXPONENT : OTHER_EXPONENT;
      double weight = StrictMath.pow(one.example().weight(), exponent);
      (views.chinese() ? chinese : other).add(new Case(figures, one.example().unwanted(), weight));
    }
    return new SecondLook(networks(chinese, seed), networks(other, seed), model.version());
  }

  private static List<Network> networks(List<Case> cases, long seed) {
    List<Network> networks = new ArrayList<>();
    for (int i = 0; i < NETWORKS && !cases.isEmpty(); i++) {
      networks.add(NetworkTrainer.train(cases, UNITS, seed + i));
    }
    return networks;
  }
}

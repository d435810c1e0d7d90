package io.smswarden.filter.look;

/** What to learn of one text: the figures of models that did not learn it, and what it is. */
final class Case {

  private final double[] inputs;
  private final double logOdds;
  private final boolean unwanted;
  private final double weight;

  /**
   * A case.
   *
   * @param figures copied
   * @param weight what an error costs
   */
  Case(Figures figures, boolean unwanted, double weight) {
    this.inputs = figures.inputs().clone();
    this.logOdds = figures.logOdds();
    this.unwanted = unwanted;
    this.weight = weight;
  }

  double input(int index) {
    return inputs[index];
  }

  double logOdds() {
    return logOdds;
  }

  boolean unwanted() {
    return unwanted;
  }

  double weight() {
    return weight;
  }
}

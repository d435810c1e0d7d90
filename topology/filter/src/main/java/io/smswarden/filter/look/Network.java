package io.smswarden.filter.look;

/**
 * A network with one hidden layer of rectified units: output = bias + skip * log-odds + sum of out
 * * max(0, hidden bias + weights * inputs).
 */
final class Network {

  private final int units;
  private final float[] parameters;

  /**
   * A network.
   *
   * @param parameters by hidden unit the weights of the inputs, then the hidden units' biases, then
   *     by hidden unit its weight in the output, then skip and bias
   */
  Network(int units, float[] parameters) {
    this.units = units;
    this.parameters = parameters.clone();
  }

  /** How many parameters there are with so many hidden units. */
  static int size(int units) {
    return bias(units) + 1;
  }

  static int hiddenBiases(int units) {
    return units * Figures.COUNT;
  }

  static int out(int units) {
    return units * (Figures.COUNT + 1);
  }

  static int skip(int units) {
    return units * (Figures.COUNT + 2);
  }

  static int bias(int units) {
    return skip(units) + 1;
  }

  double output(Figures figures) {
    double[] inputs = figures.inputs();
    double sum = parameters[bias(units)] + parameters[skip(units)] * figures.logOdds();
    int next = 0;
    for (int unit = 0; unit < units; unit++) {
      double active = parameters[hiddenBiases(units) + unit];
      for (double input : inputs) {
        active += parameters[next++] * input;
      }
      if (active > 0) {
        sum += parameters[out(units) + unit] * active;
      }
    }
    return sum;
  }

  int units() {
    return units;
  }

  float[] parameters() {
    return parameters.clone();
  }
}

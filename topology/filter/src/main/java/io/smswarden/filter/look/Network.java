package io.smswarden.filter.look;

/**
 * A network with one hidden layer of rectified units: output = bias + skip * log-odds + sum of out
 * * max(0, hidden bias + weights * inputs).
 */
final class Network {

  private final int units;
  private final float[] parameters;

  /** The weights of the inputs by input and not by unit: neighbours are added at once. */
  private final float[] byInput;

  /**
   * A network.
   *
   * @param parameters by hidden unit the weights of the inputs, then the hidden units' biases, then
   *     by hidden unit its weight in the output, then skip and bias
   */
  Network(int units, float[] parameters) {
    this.units = units;
    this.parameters = parameters.clone();
    this.byInput = new float[units * Figures.COUNT];
    for (int unit = 0; unit < units; unit++) {
      for (int input = 0; input < Figures.COUNT; input++) {
        byInput[input * units + unit] = parameters[unit * Figures.COUNT + input];
      }
    }
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
    float[] active = figures.hidden(units);
    System.arraycopy(parameters, hiddenBiases(units), active, 0, units);
    double[] inputs = figures.inputs();
    for (int input = 0; input < inputs.length; input++) {
      // Most signals are silent in most messages.
      if (inputs[input] != 0) {
        add(active, input * units, (float) inputs[input]);
      }
    }
    double sum = parameters[bias(units)] + parameters[skip(units)] * figures.logOdds();
    for (int unit = 0; unit < units; unit++) {
      sum += parameters[out(units) + unit] * Math.max(0, active[unit]);
    }
    return sum;
  }

  /** A loop of its own, which the compiler turns into vector instructions. */
  private void add(float[] active, int row, float input) {
    for (int unit = 0; unit < units; unit++) {
      active[unit] += byInput[row + unit] * input;
    }
  }

  int units() {
    return units;
  }

  float[] parameters() {
    return parameters.clone();
  }
}

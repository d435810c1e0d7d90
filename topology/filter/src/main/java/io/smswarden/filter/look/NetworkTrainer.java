package io.smswarden.filter.look;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Trains a {@link Network} by logistic loss with Adam (Kingma and Ba, "Adam: A Method for
 * Stochastic Optimization", ICLR 2015), a step size that falls as a cosine, and inputs left out at
 * random. All of it in an order that follows the seed.
 */
final class NetworkTrainer {

  private static final int EPOCHS = 40;
  private static final int BATCH = 128;
  private static final double STEP = 0.002;
  private static final double LEFT_OUT = 0.1;
  private static final double MEAN_DECAY = 0.9;
  private static final double VARIANCE_DECAY = 0.999;
  private static final double TINY = 1e-8;

  private final int units;
  private final int hiddenBias;
  private final int out;
  private final int skip;
  private final int bias;
  private final Random random;
  private final double[] parameters;
  private final double[] gradient;
  private final double[] mean;
  private final double[] variance;
  private final double[] active;
  private final double[] kept = new double[Figures.COUNT];
  private int steps;

  private NetworkTrainer(int units, long seed) {
    this.units = units;
    this.random = new Random(seed);
    int size = Network.size(units);
    hiddenBias = Network.hiddenBiases(units);
    out = Network.out(units);
    skip = Network.skip(units);
    bias = Network.bias(units);
    parameters = new double[size];
    gradient = new double[size];
    mean = new double[size];
    variance = new double[size];
    active = new double[units];
    for (int i = 0; i < units * Figures.COUNT; i++) {
      parameters[i] = random.nextGaussian() * 1.5 / Math.sqrt(Figures.COUNT);
    }
    for (int unit = 0; unit < units; unit++) {
      parameters[out + unit] = random.nextGaussian() * 0.3 / Math.sqrt(units);
    }
    parameters[skip] = 1;
  }

  static Network train(List<Case> cases, int units, long seed) {
    NetworkTrainer trainer = new NetworkTrainer(units, seed);
    trainer.learn(cases.toArray(Case[]::new));
    return trainer.network();
  }

  private void learn(Case[] cases) {
    int batches = cases.length / BATCH + (cases.length % BATCH == 0 ? 0 : 1);
    int[] order = new int[cases.length];
    Arrays.setAll(order, i -> i);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      shuffle(order);
      for (int from = 0; from < order.length; from += BATCH) {
        int to = Math.min(order.length, from + BATCH);
        Arrays.fill(gradient, 0);
        for (int i = from; i < to; i++) {
          addGradient(cases[order[i]], to - from);
        }
        step(steps / (double) (EPOCHS * batches));
      }
    }
  }

  private void addGradient(Case one, int batch) {
    double output = parameters[bias] + parameters[skip] * one.logOdds();
    for (int i = 0; i < kept.length; i++) {
      kept[i] = random.nextDouble() < LEFT_OUT ? 0 : one.input(i) / (1 - LEFT_OUT);
    }
    for (int unit = 0; unit < units; unit++) {
      double sum = parameters[hiddenBias + unit];
      for (int i = 0; i < kept.length; i++) {
        sum += parameters[unit * Figures.COUNT + i] * kept[i];
      }
      active[unit] = Math.max(0, sum);
      output += parameters[out + unit] * active[unit];
    }
    double probability = 1 / (1 + StrictMath.exp(-output));
    double error = one.weight() * (probability - (one.unwanted() ? 1 : 0)) / batch;
    gradient[bias] += error;
    gradient[skip] += error * one.logOdds();
    for (int unit = 0; unit < units; unit++) {
      if (active[unit] > 0) {
        gradient[out + unit] += error * active[unit];
        double back = error * parameters[out + unit];
        gradient[hiddenBias + unit] += back;
        for (int i = 0; i < kept.length; i++) {
          gradient[unit * Figures.COUNT + i] += back * kept[i];
        }
      }
    }
  }

  private void step(double progress) {
    steps++;
    double size = STEP * (1 + StrictMath.cos(StrictMath.PI * progress)) / 2;
    double meanLeft = 1 - StrictMath.pow(MEAN_DECAY, steps);
    double varianceLeft = 1 - StrictMath.pow(VARIANCE_DECAY, steps);
    for (int i = 0; i < parameters.length; i++) {
      mean[i] = MEAN_DECAY * mean[i] + (1 - MEAN_DECAY) * gradient[i];
      variance[i] = VARIANCE_DECAY * variance[i] + (1 - VARIANCE_DECAY) * gradient[i] * gradient[i];
      parameters[i] -= size * (mean[i] / meanLeft) / (Math.sqrt(variance[i] / varianceLeft) + TINY);
    }
  }

  private void shuffle(int[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
  }

  private Network network() {
    float[] floats = new float[parameters.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) parameters[i];
    }
    return new Network(units, floats);
  }
}

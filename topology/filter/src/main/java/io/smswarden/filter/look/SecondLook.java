package io.smswarden.filter.look;

import io.smswarden.filter.model.TextModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Corrects the log-odds of messages that the first stage is uncertain of. Some networks for Chinese
 * and some for all other texts, of which the mean counts: what the first stage's figures mean
 * together, which their sum can't say. Immutable.
 */
public final class SecondLook {

  /** The largest correction, in log-odds; the weight of its rows in the signal table. */
  public static final double LARGEST = 6;

  /** Below these log-odds of the first stage a text is wanted, without a second look. */
  static final double FROM = -2.5;

  /**
   * Above these it is unwanted without one: the {@link #LARGEST} correction would leave it so. Half
   * of the unwanted messages that one meets every day are; honest ones stay below four.
   */
  static final double TO = 7;

  private static final String RESOURCE = "/io/smswarden/filter/second-look.bin";

  private final List<Network> chinese;
  private final List<Network> other;
  private final String model;
  private final String version;

  SecondLook(List<Network> chinese, List<Network> other, String model) {
    this.chinese = List.copyOf(chinese);
    this.other = List.copyOf(other);
    this.model = model;
    this.version = LookFile.contentHash(this);
  }

  /** The shipped networks. */
  public static SecondLook standard() {
    try (InputStream in = SecondLook.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + RESOURCE);
      }
      return LookFile.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the shipped second look can't be read", e);
    }
  }

  /** Writes its file: the same bytes for the same networks. */
  public void write(OutputStream out) throws IOException {
    LookFile.write(this, out);
  }

  /** Whether a text of these log-odds of the first stage gets a second look. */
  public boolean wants(double logOdds) {
    return logOdds > FROM && logOdds < TO;
  }

  /**
   * What to add to the log-odds.
   *
   * @param isChinese whether the text has Chinese in it
   * @return at most {@link #LARGEST} either way
   */
  public double correction(Figures figures, boolean isChinese) {
    List<Network> networks = isChinese ? chinese : other;
    if (networks.isEmpty()) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < networks.size(); i++) {
      sum += networks.get(i).output(figures);
    }
    double correction = sum / networks.size() - figures.logOdds();
    return Math.max(-LARGEST, Math.min(LARGEST, correction));
  }

  /**
   * The same.
   *
   * @throws IllegalArgumentException when it was trained with another model
   */
  public SecondLook requireFor(TextModel used) {
    if (!model.equals(used.version())) {
      throw new IllegalArgumentException(
          "the second look was trained with model %s, not %s: train both together"
              .formatted(model, used.version()));
    }
    return this;
  }

  /** Version of the text model whose figures it was trained on. */
  String model() {
    return model;
  }

  /** Hash of its weights, in hexadecimal. */
  public String version() {
    return version;
  }

  List<Network> chinese() {
    return chinese;
  }

  List<Network> other() {
    return other;
  }
}

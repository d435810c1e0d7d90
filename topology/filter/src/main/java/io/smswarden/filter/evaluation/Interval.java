package io.smswarden.filter.evaluation;

/** Where a figure lies with a confidence of 95 %; NaN where the messages can't say. */
public record Interval(double low, double high) {

  /** The 97.5 % quantile of the normal distribution. */
  private static final double Z = 1.959964;

  /** Wilson's score interval of a share (Wilson 1927, eq. 4); defined at 0 and 1 as well. */
  public static Interval ofShare(int part, int whole) {
    double share = part / (double) whole;
    double scale = 1 + Z * Z / whole;
    double centre = (share + Z * Z / (2 * whole)) / scale;
    double spread = share * (1 - share) / whole + Z * Z / (4.0 * whole * whole);
    double half = Z * Math.sqrt(spread) / scale;
    return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
  }
}

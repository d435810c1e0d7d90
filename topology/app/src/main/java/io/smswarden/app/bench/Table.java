package io.smswarden.app.bench;

import java.util.List;
import java.util.Locale;

/** The figures for people. */
final class Table {

  private static final String ROW = "%-22s %14s %-10s %s%n";

  private Table() {}

  static String of(List<Measurement> measurements) {
    StringBuilder table = new StringBuilder();
    table.append(ROW.formatted("measurement", "value", "unit", "ratio"));
    String last = "";
    for (Measurement one : measurements) {
      boolean again = one.name().equals(last);
      table.append(
          ROW.formatted(
              again ? "" : one.name(),
              again ? "" : number(one.value()),
              again ? "" : one.unit(),
              one.ratio() == null
                  ? ""
                  : String.format(Locale.ROOT, "%.2f of %s", one.ratio(), one.ratioTo())));
      last = one.name();
    }
    return table.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 1000 ? "%.1f" : "%,.0f", value);
  }
}

package io.smswarden.app.deploy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code /metrics} answers, series by series. */
final class Scrape {

  private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private Scrape() {}

  /** A series of samples. */
  record Series(String metric, Map<String, String> labels) {}

  static List<Series> parse(String exposition) {
    return exposition
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(line -> new Series(line.group(1), labels(line.group(2))))
        .toList();
  }

  private static Map<String, String> labels(String braces) {
    Map<String, String> labels = new TreeMap<>();
    Matcher label = LABEL.matcher(braces == null ? "" : braces);
    while (label.find()) {
      labels.put(label.group(1), label.group(2));
    }
    return labels;
  }
}

package io.smswarden.app.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the metrics that a PromQL expression reads. */
final class PromQl {

  private static final Pattern ASIDE =
      Pattern.compile(
          "\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)|\\[[^]]*]|\\boffset\\s+\\w+");
  private static final Pattern SELECTOR =
      Pattern.compile("(?<![\\w:$.])([a-zA-Z_:][\\w:]*+)(?!\\s*\\()(\\{[^}]*})?");
  private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|=)\\s*\"([^\"]*)\"");
  private static final Set<String> KEYWORDS = Set.of("and", "or", "unless", "bool");

  /** Labels that Prometheus adds, or a bucket's limit. */
  private static final Set<String> NOT_OURS = Set.of("instance", "job", "le");

  private PromQl() {}

  /**
   * A metric, and what its labels must match.
   *
   * @param labels patterns by label, without those that Prometheus adds
   */
  record Selector(String metric, Map<String, Pattern> labels) {

    boolean matches(Scrape.Series series) {
      return series.metric().equals(metric)
          && labels.entrySet().stream()
              .allMatch(
                  label ->
                      label
                          .getValue()
                          .matcher(series.labels().getOrDefault(label.getKey(), ""))
                          .matches());
    }
  }

  static List<Selector> selectors(String expression) {
    List<Selector> found = new ArrayList<>();
    Matcher selector = SELECTOR.matcher(ASIDE.matcher(expression).replaceAll(" "));
    while (selector.find()) {
      if (!KEYWORDS.contains(selector.group(1))) {
        found.add(new Selector(selector.group(1), labels(selector.group(2))));
      }
    }
    return found;
  }

  private static Map<String, Pattern> labels(String braces) {
    Map<String, Pattern> labels = new TreeMap<>();
    Matcher matcher = MATCHER.matcher(braces == null ? "" : braces);
    while (matcher.find()) {
      if (!NOT_OURS.contains(matcher.group(1))) {
        String value = matcher.group(3);
        labels.put(
            matcher.group(1),
            Pattern.compile(matcher.group(2).equals("=") ? Pattern.quote(value) : value));
      }
    }
    return labels;
  }
}

package io.smswarden.filter.campaign;

import java.util.regex.Pattern;

/**
 * Masks a text to be shown as the sample of a campaign: what may be one recipient's goes, the
 * wording and the hosts of links stay.
 */
public final class Sample {

  private static final int LONGEST = 300;
  private static final Pattern PATH =
      Pattern.compile(
          "(?i)(\\b[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,}(?::\\d+)?)[/?][^\\s\\p{IsHan}，。；]*");
  private static final Pattern NAMED = Pattern.compile("\\p{IsHan}(?=先生|女士|小姐)");
  private static final Pattern DIGIT = Pattern.compile("\\p{N}");

  private Sample() {}

  /** The text with digits and addressed names as *, without paths of links, not overlong. */
  public static String masked(String text) {
    boolean cut = text.length() > LONGEST;
    String hosts = PATH.matcher(cut ? text.substring(0, LONGEST) : text).replaceAll("$1/…");
    String nameless = NAMED.matcher(hosts).replaceAll("*");
    return DIGIT.matcher(nameless).replaceAll("*") + (cut ? "…" : "");
  }
}

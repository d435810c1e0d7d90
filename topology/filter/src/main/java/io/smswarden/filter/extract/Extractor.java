package io.smswarden.filter.extract;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.smswarden.filter.text.Links;
import io.smswarden.filter.text.MappedText;
import io.smswarden.filter.text.TextViews;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds what a message names, for evidence, complaints and campaigns; scoring itself reads the
 * views. Works on the folded text, so that disguised numbers and links are found, and gives offsets
 * of the original. Safe for use by many threads.
 */
public final class Extractor {

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final int LONGEST_PHONE_SEARCH = 50;

  private static final Pattern AMOUNT =
      Pattern.compile(
          "([¥$£€]|rmb|usd|gbp|eur|hk\\$)\\s?([0-9][0-9,]{0,10}(?:\\.[0-9]{1,2})?)"
              + "|([0-9][0-9,]{0,10}(?:\\.[0-9]{1,2})?)\\s?(万元|万块|元|块钱|块|港币|美元|欧元|英镑|dollars|pounds|euros)");

  private static final Map<String, String> CURRENCIES =
      Map.ofEntries(
          Map.entry("$", "USD"),
          Map.entry("usd", "USD"),
          Map.entry("美元", "USD"),
          Map.entry("dollars", "USD"),
          Map.entry("£", "GBP"),
          Map.entry("gbp", "GBP"),
          Map.entry("英镑", "GBP"),
          Map.entry("pounds", "GBP"),
          Map.entry("€", "EUR"),
          Map.entry("eur", "EUR"),
          Map.entry("欧元", "EUR"),
          Map.entry("euros", "EUR"),
          Map.entry("hk$", "HKD"),
          Map.entry("港币", "HKD"));

  private static final Pattern SIGNATURE =
      Pattern.compile("^\\[([^\\[\\]]{2,20})\\]|\\[([^\\[\\]]{2,20})\\]$");

  private final String region;
  private final Dates dates;

  /**
   * An extractor.
   *
   * @param region ISO 3166-1 code of the country whose numbers come without country code, and whose
   *     order of day and month dates are read in
   */
  public Extractor(String region) {
    this.region = region;
    this.dates = new Dates(region);
  }

  /** What a text names; any text, in time proportional to its length. */
  public Facts extract(String text) {
    TextViews views = new TextViews();
    views.read(text);
    MappedText folded = views.folded();
    List<When> when = dates.find(folded, views.links());
    List<Facts.Phone> phones = phones(folded, views.links());
    phones.removeIf(phone -> when.stream().anyMatch(date -> within(phone, date)));
    return new Facts(links(views), phones, amounts(folded), signatures(folded), when);
  }

  /** Only the names in brackets, which need no region. */
  public static List<Facts.Signature> signatures(String text) {
    TextViews views = new TextViews();
    views.read(text);
    return signatures(views.folded());
  }

  private static List<Facts.Link> links(TextViews views) {
    List<Facts.Link> found = new ArrayList<>();
    Links links = views.links();
    MappedText folded = views.folded();
    for (int i = 0; i < links.count(); i++) {
      String host = folded.subSequence(links.hostStart(i), links.hostEnd(i)).toString();
      found.add(
          new Facts.Link(
              host,
              folded.start(links.spans()[2 * i]),
              folded.end(links.spans()[2 * i + 1] - 1),
              Hosts.isShortener(host),
              Hosts.isAddress(host),
              Hosts.isPunycode(host)));
    }
    return found;
  }

  /** Numbers are looked for only around runs of digits: the library's search is slow on prose. */
  private List<Facts.Phone> phones(MappedText folded, Links links) {
    List<Facts.Phone> found = new ArrayList<>();
    int link = 0;
    int i = 0;
    while (i < folded.length()) {
      if (link < links.count() && i >= links.spans()[2 * link]) {
        i = Math.max(i, links.spans()[2 * link + 1]);
        link++;
        continue;
      }
      int end = numberEnd(folded, i);
      if (end - i >= 7) {
        addPhones(folded, i, end, found);
      }
      i = Math.max(end, i + 1);
    }
    return found;
  }

  private void addPhones(MappedText folded, int start, int end, List<Facts.Phone> found) {
    String piece = folded.subSequence(start, end).toString();
    for (PhoneNumberMatch match : PHONES.findNumbers(piece, region, Leniency.VALID, 5)) {
      found.add(
          new Facts.Phone(
              PHONES.format(match.number(), PhoneNumberFormat.E164),
              folded.start(start + match.start()),
              folded.end(start + match.end() - 1)));
    }
  }

  private static int numberEnd(MappedText folded, int start) {
    char first = folded.charAt(start);
    if (first != '+' && !isDigit(first)) {
      return start;
    }
    int end = start + 1;
    while (end < folded.length()
        && end - start < LONGEST_PHONE_SEARCH
        && (isDigit(folded.charAt(end)) || " -().".indexOf(folded.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private static List<Facts.Amount> amounts(MappedText folded) {
    List<Facts.Amount> found = new ArrayList<>();
    Matcher matcher = AMOUNT.matcher(folded);
    while (matcher.find()) {
      boolean before = matcher.group(1) != null;
      String digits = (before ? matcher.group(2) : matcher.group(3)).replace(",", "");
      String unit = before ? matcher.group(1) : matcher.group(4);
      BigDecimal value = new BigDecimal(digits).movePointRight(unit.startsWith("万") ? 6 : 2);
      found.add(
          new Facts.Amount(
              value.longValueExact(),
              CURRENCIES.getOrDefault(unit, "CNY"),
              folded.start(matcher.start()),
              folded.end(matcher.end() - 1)));
    }
    return found;
  }

  private static List<Facts.Signature> signatures(MappedText folded) {
    List<Facts.Signature> found = new ArrayList<>();
    Matcher matcher = SIGNATURE.matcher(folded);
    while (matcher.find()) {
      int group = matcher.group(1) != null ? 1 : 2;
      found.add(
          new Facts.Signature(
              matcher.group(group), folded.start(matcher.start()), folded.end(matcher.end() - 1)));
    }
    return found;
  }

  /** The library takes 2026-03-05 18 for a number. */
  private static boolean within(Facts.Phone phone, When date) {
    return date.start() <= phone.start() && phone.end() <= date.end();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

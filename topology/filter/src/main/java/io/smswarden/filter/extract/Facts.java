package io.smswarden.filter.extract;

import java.util.List;

/**
 * What a message names.
 *
 * @param links its links, in order
 * @param phones its telephone numbers in E.164, in order
 * @param amounts its amounts of money, in order
 * @param signatures names in 【】 or [] at its start or end
 * @param dates its dates and time limits, in order
 */
public record Facts(
    List<Link> links,
    List<Phone> phones,
    List<Amount> amounts,
    List<Signature> signatures,
    List<When> dates) {

  /**
   * A link.
   *
   * @param host its host in lower case, disguises undone
   * @param start first UTF-16 offset in the original text
   * @param end offset behind it
   * @param shortened whether the host is a link shortener
   * @param address whether the host is an IP address
   * @param punycode whether the host has letters outside ASCII
   */
  public record Link(
      String host, int start, int end, boolean shortened, boolean address, boolean punycode) {}

  /** A telephone number in E.164; {@link #toString()} masks it. */
  public record Phone(String e164, int start, int end) {

    @Override
    public String toString() {
      return "Phone[" + e164.length() + " characters, " + start + "-" + end + "]";
    }
  }

  /**
   * An amount of money.
   *
   * @param hundredths in hundredths of the currency's unit
   * @param currency ISO 4217 code
   */
  public record Amount(long hundredths, String currency, int start, int end) {}

  /** A name in brackets. */
  public record Signature(String name, int start, int end) {}

  public Facts {
    links = List.copyOf(links);
    phones = List.copyOf(phones);
    amounts = List.copyOf(amounts);
    signatures = List.copyOf(signatures);
    dates = List.copyOf(dates);
  }
}

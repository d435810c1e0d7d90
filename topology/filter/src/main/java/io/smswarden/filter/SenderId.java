package io.smswarden.filter;

import java.text.Normalizer;
import java.util.Objects;
import java.util.Optional;

/**
 * A sender ID in canonical form: E.164 with +, a short code's digits, or an alphanumeric name.
 *
 * @param value the canonical form, the key of the sender's records
 */
public record SenderId(String value) {

  /**
   * Longest address that a TP-Originating-Address holds (3GPP TS 23.040, 9.1.2.5), and + before it.
   */
  private static final int LONGEST = 21;

  /** Access codes of Chinese service providers begin so, and are no subscriber's number. */
  private static final String SERVICE_PREFIX = "106";

  /** Below this many digits a number without + is a short code (95588, 10086, 12321). */
  private static final int SHORTEST_SUBSCRIBER_NUMBER = 9;

  public SenderId {
    Objects.requireNonNull(value, "value");
    if (value.isBlank()) {
      throw new IllegalArgumentException("a sender ID is not blank");
    }
  }

  /**
   * The canonical form of a sender as an SMSC, a file or a person gives it.
   *
   * @param raw such as {@code 139 0000 0009}, {@code +86-13900000009}, {@code 95588} or {@code
   *     Amazon}
   * @param region ISO 3166-1 code of the operator's country
   * @return empty when it is blank, too long, or a number with a country code that no such country
   *     has
   */
  public static Optional<SenderId> parse(String raw, String region) {
    String sender = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
    if (sender.isEmpty()) {
      return Optional.empty();
    }
    if (sender.codePoints().anyMatch(c -> !Character.isDigit(c) && "+-(). ".indexOf(c) < 0)) {
      return sender.length() <= LONGEST ? Optional.of(new SenderId(sender)) : Optional.empty();
    }
    String digits = sender.replaceAll("[^0-9]", "");
    if (sender.startsWith("+") || digits.startsWith("00")) {
      return PhoneNumbers.possible(
              sender.startsWith("+") ? sender : "+" + digits.substring(2), region)
          .map(SenderId::new);
    }
    if (digits.isEmpty() || digits.length() > LONGEST) {
      return Optional.empty();
    }
    if (digits.length() < SHORTEST_SUBSCRIBER_NUMBER || digits.startsWith(SERVICE_PREFIX)) {
      return Optional.of(new SenderId(digits));
    }
    return Optional.of(new SenderId(PhoneNumbers.e164(digits, region).orElse(digits)));
  }

  /** A number with its middle hidden, for people; short codes and names are nobody's secret. */
  public String masked() {
    return value.startsWith("+") && value.length() > 10
        ? value.substring(0, 6) + "****" + value.substring(value.length() - 4)
        : value;
  }

  /** What a sender ID looks like. */
  public enum Form {
    /** A name. */
    ALPHANUMERIC,
    /** A short or service code. */
    SHORT_CODE,
    /** A mobile number of the operator's country. */
    MOBILE,
    /** Another number of the operator's country. */
    LANDLINE,
    /** A number of another country. */
    INTERNATIONAL
  }

  /**
   * What this sender ID looks like.
   *
   * @param home ISO 3166-1 code of the operator's country
   */
  public Form form(String home) {
    if (!value.startsWith("+")) {
      boolean digits = value.chars().allMatch(c -> c >= '0' && c <= '9');
      return digits ? Form.SHORT_CODE : Form.ALPHANUMERIC;
    }
    if (!region().filter(home::equals).isPresent()) {
      return Form.INTERNATIONAL;
    }
    return PhoneNumbers.isMobile(value) ? Form.MOBILE : Form.LANDLINE;
  }

  /** ISO 3166-1 code of the country whose number this is; empty for codes and names. */
  public Optional<String> region() {
    return value.startsWith("+") ? PhoneNumbers.region(value) : Optional.empty();
  }

  /** Whether there is a country with this ISO 3166-1 code and a numbering plan. */
  public static boolean isRegion(String region) {
    return PhoneNumbers.isRegion(region);
  }

  @Override
  public String toString() {
    return "SenderId[" + value.length() + " characters]";
  }
}

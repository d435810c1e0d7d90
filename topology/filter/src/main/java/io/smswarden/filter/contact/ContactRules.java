package io.smswarden.filter.contact;

import io.smswarden.filter.Msisdn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * What is permitted in debt collection, by the country of the debtor's number.
 *
 * @param byRegion rules by ISO 3166-1 code
 */
public record ContactRules(Map<String, ContactRule> byRegion) {

  private static final String SHIPPED = "/io/smswarden/filter/contact.yaml";

  public ContactRules {
    Objects.requireNonNull(byRegion, "byRegion");
    byRegion = Map.copyOf(byRegion);
  }

  /** The shipped rules, each with its source. */
  public static ContactRules standard() {
    try (InputStream in = ContactRules.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + SHIPPED);
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Rules from YAML, in the form of the shipped {@code contact.yaml}.
   *
   * @throws ContactRulesException naming what is wrong and where
   */
  public static ContactRules read(String yaml) {
    return ContactRulesReader.read(yaml);
  }

  /** The rule for a debtor; {@link ContactRule#NONE} where there is none. */
  public ContactRule on(Msisdn debtor) {
    return debtor.region().map(byRegion::get).orElse(ContactRule.NONE);
  }
}

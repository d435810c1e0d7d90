package io.smswarden.app.traffic;

import io.smswarden.filter.verdict.Category;
import java.util.Objects;
import java.util.Optional;

/**
 * What a generated message really is; no part of what the pipeline sees.
 *
 * @param unwanted whether its recipient would rather not have it
 * @param category of what kind it is
 * @param campaign the campaign it belongs to; empty when to none
 */
public record Truth(boolean unwanted, Category category, Optional<String> campaign) {

  public Truth {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(campaign, "campaign");
  }

  static Truth of(Category category) {
    return new Truth(unwanted(category), category, Optional.empty());
  }

  static Truth of(Category category, String campaign) {
    return new Truth(unwanted(category), category, Optional.of(campaign));
  }

  private static boolean unwanted(Category category) {
    return switch (category) {
      case NORMAL, COLLECTION_LAWFUL -> false;
      case COLLECTION_ABUSIVE, FRAUD, PII_REQUEST, IMPERSONATION, LOAN_AD, ADVERT, GAMBLING_ADULT ->
          true;
    };
  }
}

package io.smswarden.app.traffic;

import io.smswarden.filter.verdict.Category;
import java.util.Objects;
import java.util.Optional;

/**
 * What a generated message really is; no part of what the pipeline sees.
 *
 * @param unwanted whether its recipient would rather not have it
 * @param category of what kind it is
 * @param source who wrote it
 * @param campaign the campaign it belongs to; empty when to none
 */
public record Truth(boolean unwanted, Category category, Source source, Optional<String> campaign) {

  public Truth {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(campaign, "campaign");
  }

  static Truth of(Category category, Source source) {
    return new Truth(unwanted(category), category, source, Optional.empty());
  }

  static Truth ofCampaign(Category category, String campaign) {
    return new Truth(unwanted(category), category, Source.CAMPAIGN, Optional.of(campaign));
  }

  private static boolean unwanted(Category category) {
    return switch (category) {
      case NORMAL, COLLECTION_LAWFUL -> false;
      case COLLECTION_ABUSIVE, FRAUD, PII_REQUEST, IMPERSONATION, LOAN_AD, ADVERT, GAMBLING_ADULT ->
          true;
    };
  }
}

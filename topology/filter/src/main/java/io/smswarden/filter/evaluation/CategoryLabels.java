package io.smswarden.filter.evaluation;

import io.smswarden.filter.verdict.Category;
import java.util.Arrays;
import java.util.Optional;

/** What the categories of labelled collections mean here. */
final class CategoryLabels {

  private CategoryLabels() {}

  /**
   * A category's own name, or a label of the fake base station collection (Zhang et al., CCS 2020),
   * or of the smishing collection (Mishra and Soni 2023). Ham of no other kind is normal.
   */
  static Optional<Category> of(boolean unwanted, String label) {
    Optional<Category> own =
        Arrays.stream(Category.values()).filter(c -> c.name().equals(label)).findAny();
    if (own.isPresent()) {
      return own;
    }
    if (!unwanted) {
      return Optional.of(Category.NORMAL);
    }
    return switch (label) {
      case "FR:Phishing(Bank)" -> Optional.of(Category.IMPERSONATION);
      case "FR:Phishing(Other)", "FR:Other", "FR:Financial", "IL:Fake_ID_and_invoice", "smishing" ->
          Optional.of(Category.FRAUD);
      case "AD:Loan" -> Optional.of(Category.LOAN_AD);
      case "IL:Gambling", "IL:Escort_service" -> Optional.of(Category.GAMBLING_ADULT);
      case "IL:Political_propaganda" -> Optional.of(Category.ADVERT);
      default -> label.startsWith("AD:") ? Optional.of(Category.ADVERT) : Optional.empty();
    };
  }
}

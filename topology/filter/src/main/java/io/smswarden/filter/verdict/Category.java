package io.smswarden.filter.verdict;

/** Of what kind a message is. */
public enum Category {
  COLLECTION_LAWFUL,
  COLLECTION_ABUSIVE,
  FRAUD,
  PII_REQUEST,
  IMPERSONATION,
  LOAN_AD,
  ADVERT,
  GAMBLING_ADULT,
  NORMAL;

  /**
   * Whether a flagged message of this kind is worth an alert: an alert for every advert is spam as
   * well.
   */
  public boolean alerts() {
    return switch (this) {
      case COLLECTION_ABUSIVE, FRAUD, PII_REQUEST, IMPERSONATION, GAMBLING_ADULT -> true;
      case COLLECTION_LAWFUL, LOAN_AD, ADVERT, NORMAL -> false;
    };
  }
}

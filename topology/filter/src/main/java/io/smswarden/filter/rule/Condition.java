package io.smswarden.filter.rule;

/** What a rule asks of a message. */
interface Condition {

  /** Whether it holds for a message; adds to the facts' span where in the text it does. */
  boolean holds(Facts facts);

  /** What a message must have for it to hold. */
  Anchors anchors();
}

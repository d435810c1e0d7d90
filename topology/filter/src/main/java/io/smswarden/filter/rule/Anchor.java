package io.smswarden.filter.rule;

/** Something that must be in a message, or known of its sender, for a rule to fire. */
sealed interface Anchor {

  /** A literal. */
  record OfLiteral(Literal literal) implements Anchor {
    @Override
    public double share() {
      return literal.share();
    }
  }

  /** A signal that fired, by its row. */
  record OfSignal(int row) implements Anchor {
    @Override
    public double share() {
      return SIGNAL;
    }
  }

  /** Any link. */
  record OfLink() implements Anchor {
    @Override
    public double share() {
      return LINK;
    }
  }

  /** A link to a host or, with {@code below}, to any host below it as well. */
  record OfHost(String host, boolean below) implements Anchor {
    @Override
    public double share() {
      return NAMED;
    }
  }

  /** A sender, or all whose ID begins so. */
  record OfSender(String sender, boolean prefix) implements Anchor {
    @Override
    public double share() {
      return prefix ? Math.pow(PREFIX_CHARACTER, sender.length()) : NAMED;
    }
  }

  double SIGNAL = 0.1;
  double LINK = 0.2;
  double NAMED = 1e-4;
  double PREFIX_CHARACTER = 0.5;

  /** A guess at the share of messages that have it; only the order of guesses matters. */
  double share();
}

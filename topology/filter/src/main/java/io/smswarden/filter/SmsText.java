package io.smswarden.filter;

import java.util.Objects;

/** A message's text; {@link #toString()} masks it, so that it can't end in a log. */
public record SmsText(String value) {

  public SmsText {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "SmsText[" + value.length() + " units]";
  }
}

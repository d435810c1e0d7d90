package io.smswarden.filter.rule;

import java.util.List;
import java.util.stream.Collectors;

/** A rule set that can't be used, with all its faults in the order of their lines. */
public final class RuleSetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<RuleFault> faults;

  RuleSetException(List<RuleFault> faults) {
    super(faults.stream().map(RuleFault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** The faults; at least one. */
  public List<RuleFault> faults() {
    return faults;
  }
}

package io.smswarden.app.evidence;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.evidence.Fault;

/** Faults for whoever runs the command: a line each, with a sender's number in part only. */
final class FaultLines {

  private FaultLines() {}

  static String line(Fault fault) {
    StringBuilder line = new StringBuilder("%-10s".formatted(fault.kind()));
    if (!fault.where().isEmpty()) {
      line.append("  ").append(fault.where());
    }
    if (!fault.chain().isEmpty()) {
      line.append("  ").append(new SenderId(fault.chain()).masked());
      line.append(" #").append(fault.first());
      if (fault.last() > fault.first()) {
        line.append(" to #").append(fault.last());
      }
    }
    return line.append("  ").append(fault.detail()).toString();
  }
}

package io.smswarden.console.access;

import io.smswarden.console.http.Caller;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.topic.TopicWriter;
import io.smswarden.schemas.AuditEntry;
import io.smswarden.streams.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes who did what. */
final class AuditTrail {

  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
  private static final int LONGEST_NAME = 64;

  private final TopicWriter writer;
  private final InstantSource clock;

  AuditTrail(TopicWriter writer, InstantSource clock) {
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * Writes what a caller is about to do.
   *
   * @throws ProblemException 503 when it can't be written
   */
  void write(Caller caller, String action, String subject, String detail) {
    write(
        caller.name(),
        caller.role().name(),
        caller.address().orElse(null),
        action,
        subject,
        detail);
  }

  /** Writes a sign-in; it goes on without, so that somebody can see why nothing is written. */
  void signIn(String name, String address, String action, String detail) {
    String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    try {
      write(shown, null, address, action, "", detail);
    } catch (ProblemException e) {
      LOG.atWarn().addKeyValue("action", action).log("a sign-in is not in the audit log");
    }
  }

  private void write(
      String who, String role, String address, String action, String subject, String detail) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    writer.write(
        Topics.AUDIT, who, new AuditEntry(now, who, role, address, action, subject, detail), now);
  }
}

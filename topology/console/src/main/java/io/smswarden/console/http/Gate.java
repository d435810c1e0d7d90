package io.smswarden.console.http;

import io.javalin.http.Context;
import java.util.Optional;

/** Tells who sends a request, and refuses what must not go on. */
public interface Gate {

  /**
   * Who sends a request; empty when nobody is signed in.
   *
   * @throws ProblemException when what it shows is no longer or never was good, when an unsafe
   *     request of a session lacks its CSRF token, or when there were too many
   */
  Optional<Caller> caller(Context request);

  /** Writes to the audit log what a caller did. */
  void audit(Caller caller, String action, String subject, String detail);
}

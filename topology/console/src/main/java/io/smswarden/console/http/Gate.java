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

  /**
   * Called for every request before anything else, whether there is a route for it or not: sets the
   * headers that each response has.
   */
  void meet(Context request);

  /**
   * Whether whoever was let in with a request would still be: asked of requests that are answered
   * for a long time.
   */
  default boolean stillAdmits(Context request) {
    return true;
  }

  /**
   * Writes to the audit log what a caller is about to do.
   *
   * @param action such as {@code RULES_PUBLISH}
   * @param subject to whom or what, such as {@code message:17}; empty when there is none
   * @param detail more of it, such as the reason; no message text and no secret
   * @throws ProblemException when it can't be written: what is not on record is not done
   */
  void audit(Caller caller, String action, String subject, String detail);
}

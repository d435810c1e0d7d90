package io.smswarden.app.topics;

/**
 * A difference between the topics of a cluster and what the pipeline needs.
 *
 * @param severity whether the pipeline can run with it
 * @param message what is wrong, where, and what to do, in one line
 */
public record TopicProblem(Severity severity, String message) {

  /** Whether the pipeline can run with a problem. */
  public enum Severity {
    /** The pipeline would fail or give wrong answers. */
    FATAL,
    /** The pipeline runs, with less safety than planned. */
    WARNING
  }

  static TopicProblem fatal(String message) {
    return new TopicProblem(Severity.FATAL, message);
  }

  static TopicProblem warning(String message) {
    return new TopicProblem(Severity.WARNING, message);
  }
}

package io.smswarden.app.exit;

import java.util.List;

/**
 * What whoever runs a command can mend. The message says what is wrong, where, and what to do; it
 * is printed as it stands, without a stack trace, and holds neither text nor number of a person.
 */
public final class UserError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  private UserError(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** Wrong use or configuration. */
  public static UserError wrongUse(String message) {
    return new UserError(ExitCode.WRONG_USE, message, null);
  }

  /** Wrong use or configuration, with what showed it. */
  public static UserError wrongUse(String message, Throwable cause) {
    return new UserError(ExitCode.WRONG_USE, message, cause);
  }

  /** Several faults of use or configuration, told at once, a line each. */
  public static UserError wrongUse(List<String> faults) {
    return wrongUse(String.join(System.lineSeparator(), faults));
  }

  /** The answer is no, for a reason that a message has to say. */
  public static UserError no(String message, Throwable cause) {
    return new UserError(ExitCode.NO, message, cause);
  }

  /** The cluster failed or can't be reached. */
  public static UserError clusterFailed(String message, Throwable cause) {
    return new UserError(ExitCode.CLUSTER_FAILED, message, cause);
  }

  /** How the command ends. */
  public ExitCode exitCode() {
    return exitCode;
  }
}

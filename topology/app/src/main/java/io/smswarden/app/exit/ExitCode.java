package io.smswarden.app.exit;

/** What a command's end tells the shell; a contract with scripts and service managers. */
public enum ExitCode {
  /** The command did what it was asked to. */
  DONE(0),
  /** The answer is no: a verification failed, a bar was missed. */
  NO(1),
  /** Wrong use or configuration: starting again without a change won't help. */
  WRONG_USE(2),
  /** The cluster failed or wasn't there: starting again may help. */
  CLUSTER_FAILED(3),
  /** A fault of the program itself; sysexits.h calls it EX_SOFTWARE. */
  OUR_FAULT(70);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The process's exit status. */
  public int code() {
    return code;
  }
}

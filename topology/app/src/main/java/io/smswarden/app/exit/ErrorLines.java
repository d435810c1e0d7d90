package io.smswarden.app.exit;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Makes one clear line and an exit code of what ends a command; a stack trace only when it is our
 * fault and wanted.
 */
public final class ErrorLines implements IExecutionExceptionHandler {

  private final BooleanSupplier verbose;

  /** Shows stack traces of unexpected errors while {@code verbose} says so. */
  public ErrorLines(BooleanSupplier verbose) {
    this.verbose = verbose;
  }

  @Override
  public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (error instanceof UserError known) {
      known.getMessage().lines().forEach(line -> err.println("smswarden: " + line));
      return known.exitCode().code();
    }
    if (error instanceof AuthorizationException || error instanceof AuthenticationException) {
      err.println("smswarden: the cluster refuses us: " + oneLine(error));
      return ExitCode.WRONG_USE.code();
    }
    if (error instanceof KafkaException) {
      err.println("smswarden: the cluster failed: " + oneLine(error));
      return ExitCode.CLUSTER_FAILED.code();
    }
    if (verbose.getAsBoolean()) {
      error.printStackTrace(err);
    } else {
      err.println(
          "smswarden: unexpected error: %s; run with -v to see where it came from"
              .formatted(oneLine(error)));
    }
    return ExitCode.OUR_FAULT.code();
  }

  private static String oneLine(Throwable error) {
    String message = error.getMessage();
    return message == null
        ? error.getClass().getSimpleName()
        : message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}

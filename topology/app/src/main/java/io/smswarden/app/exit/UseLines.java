package io.smswarden.app.exit;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells of wrong use in a line or two, instead of the whole help. */
public final class UseLines implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException error, String[] args) {
    CommandLine command = error.getCommandLine();
    PrintWriter err = command.getErr();
    String name = command.getCommandSpec().qualifiedName();
    err.println("%s: %s".formatted(name, error.getMessage().replaceAll("\\s*\\R\\s*", " ")));
    if (!UnmatchedArgumentException.printSuggestions(error, err)) {
      err.println("See '%s --help'.".formatted(name));
    }
    return ExitCode.WRONG_USE.code();
  }
}

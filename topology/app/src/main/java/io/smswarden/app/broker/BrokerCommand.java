package io.smswarden.app.broker;

import io.smswarden.app.exit.ExitCode;
import io.smswarden.app.exit.StopSignal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The demo's broker as a process of its own, so that a benchmark's clients don't share its JVM. */
@Command(
    name = "broker",
    hidden = true,
    description = "Run the demo's single-node broker until it is stopped.")
public final class BrokerCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--data-dir",
      required = true,
      paramLabel = "DIR",
      description = "Where the broker keeps everything.")
  private Path dataDir;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port for clients on 127.0.0.1; 0 takes a free one.")
  private int port;

  @Override
  public Integer call() {
    StopSignal stop = StopSignal.install();
    try (EmbeddedBroker broker = start()) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("bootstrap.servers=" + broker.bootstrapServers());
      out.flush();
      stop.asked().join();
    }
    return ExitCode.DONE.code();
  }

  private EmbeddedBroker start() {
    return port == 0 ? EmbeddedBroker.start(dataDir) : EmbeddedBroker.start(dataDir, port);
  }
}

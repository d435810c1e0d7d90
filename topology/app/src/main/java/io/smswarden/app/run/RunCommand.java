package io.smswarden.app.run;

import io.smswarden.app.cluster.ClusterOptions;
import io.smswarden.app.config.Configuration;
import io.smswarden.app.config.Settings;
import io.smswarden.app.exit.ExitCode;
import io.smswarden.app.exit.StopSignal;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: the pipeline against a cluster. */
@Command(
    name = "run",
    description = {
      "Runs the pipeline against a cluster until it is asked to stop.",
      "Serves /metrics, /health/live and /health/ready."
    })
public final class RunCommand implements Callable<Integer> {

  @Mixin private ClusterOptions cluster;

  @Option(
      names = "--check",
      description = "Check the configuration, print what is in force (secrets masked), and end.")
  private boolean check;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Settings settings = cluster.settings();
    Configuration configuration = settings.configuration();
    if (check) {
      settings.effective().forEach(spec.commandLine().getOut()::println);
      return ExitCode.DONE.code();
    }
    return new Service(configuration, InstantSource.system()).run(StopSignal.install()).code();
  }
}
